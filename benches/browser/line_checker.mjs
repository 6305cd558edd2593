// The least that can be called a check of numbering: one regular expression a line, and a list for each style of marker.
// It knows no speeches, no levels and no evidence; it is here as the lower bar of the time.

const MARKER = /[ \t　]*(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）|(\d+)[.．、]|（(\d+)）)/y;
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
  for (let start = 0, line = 1; ; line += 1) {
    MARKER.lastIndex = start;
    const match = MARKER.exec(text);
    if (match) {
      const style = match.slice(1).findIndex((numeral) => numeral !== undefined);
      const value = valueOf(match[style + 1]);
      if (value !== 1 && value !== last[style] + 1) found.push({ line, expected: last[style] + 1, value });
      last[style] = value;
      last.fill(0, style + 1);
    }
    const end = text.indexOf("\n", start);
    if (end < 0) return found;
    start = end + 1;
  }
}
