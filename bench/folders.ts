import { dirname } from 'node:path';

export const benchFolder = import.meta.dirname;
export const projectFolder = dirname(benchFolder);
