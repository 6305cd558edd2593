// The least that can be called a check of numbering: one regular expression a line, and a list for each style of marker.
// It knows no speeches, no levels and no evidence; it is here as the lower bar of the time.

const MARKER = /^[\s　]*(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|(\d+)[.．、]|（(\d+)）)/;
const DIGITS = "一二三四五六七八九";

function valueOf(numeral) {
  if (/\d/.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const ten = numeral.includes("十") ? (DIGITS.indexOf(tens || "一") + 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

/** The places where a number does not follow the one before it in its style; 1 begins anew. */
export function checkNumbering(text) {
  const last = [0, 0, 0, 0];
  const found = [];
  let line = 0;
  for (const words of text.split("\n")) {
    line += 1;
    const match = MARKER.exec(words);
    if (!match) continue;
    const style = [1, 2, 3, 4].findIndex((group) => match[group] !== undefined);
    const value = valueOf(match[style + 1]);
    if (value !== 1 && value !== last[style] + 1) found.push({ line, expected: last[style] + 1, value });
    last[style] = value;
    last.fill(0, style + 1);
  }
  return found;
}
