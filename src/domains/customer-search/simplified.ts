import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/**
 * Text with each traditional character in its simplified form, whatever stands beside it: for comparing, not for reading. The database
 * holds the same forms in `han_reading`.
 */
export const simplified = (text: string): string => Array.from(text, (character) => convert(character)).join('');
