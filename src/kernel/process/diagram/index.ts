export * from './draw.js';
export * from './layout.js';
export * from './places.js';
export * from './xml-text.js';
