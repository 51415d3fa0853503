/**
 * One line out of anything that a person typed: what ends a line becomes a space; what no reader can see or what turns
 * the reading direction of the text around it goes. What remains can be written as UTF-8 and read back the same.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
