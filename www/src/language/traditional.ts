// The page's own words in traditional Chinese, in the usage of Taiwan and Hong Kong offices.

import type { PageStrings } from "./language.js";
import { traditionalSurface } from "./surface-traditional.js";
import { traditionalSurroundings } from "./surroundings-traditional.js";

const number = new Intl.NumberFormat("zh-Hant");

export const traditional: PageStrings = {
  ...traditionalSurface,
  ...traditionalSurroundings,

  pageTitle: "講話稿結構檢查",
  tagline: "提綱是否完整，序號是否接得上，一目了然",
  privacy: "文字不出本頁",
  privacyDetail: "檢查在您的瀏覽器裡完成，不上傳，不儲存，離線也能用。",
  language: "介面語言",

  openFile: "開啟檔案",
  clear: "清空",
  sample: "範例",
  undo: "復原",
  redo: "重做",
  dropHere: "放開即可開啟",
  untitled: "未命名",
  sampleName: "範例稿",
  sampleHint: "這是一篇範例，裡面有幾處毛病。把您的稿子直接貼進來，或把檔案拖進來。",
  emptyHint: "把講話稿貼到這裡，或把檔案拖進來……",

  views: "切換檢視",
  text: "正文",
  outline: "提綱",
  findings: "提示",
  editorLabel: "講話稿正文",

  counts: "統計",
  speeches: (count) => `${number.format(count)} 篇講話`,
  headings: (count) => `${number.format(count)} 個標題`,
  characters: (count) => `${number.format(count)} 字`,
  minutes: (minutes) => `約 ${duration(minutes)}`,
  minutesShort: (minutes) => duration(minutes),
  ratePerMinute: "以每分鐘 220 字估算",
  severity: { error: "錯誤", warning: "警告", info: "提醒" },
  severityCount: {
    error: (count) => `${number.format(count)} 處錯誤`,
    warning: (count) => `${number.format(count)} 處警告`,
    info: (count) => `${number.format(count)} 處提醒`,
  },
  checking: "正在檢查……",
  checked: (findings) => (findings === 0 ? "檢查完畢，沒有發現問題。" : `檢查完畢，共 ${number.format(findings)} 條提示。`),

  expandAll: "全部展開",
  collapseAll: "全部收合",
  untitledSpeech: "（無標題的講話）",
  noOutline: "還沒有提綱。貼上一篇稿子，標題和層次會列在這裡。",
  noFindings: "沒有發現結構上的問題。",
  noText: "還沒有文字。",
  showMore: (count) => `再列出 ${number.format(count)} 條`,
  showEarlier: (count) => `列出前面 ${number.format(count)} 條`,
  remaining: (count) => `還有 ${number.format(count)} 條沒有列出`,

  line: (line) => `第 ${number.format(line)} 行`,
  places: (count) => `共 ${number.format(count)} 處`,
  needsReview: "請核對",
  needsReviewDetail: "這項修改會更動文字，改後請核對",
  previousFinding: "上一條（Shift+F8）",
  nextFinding: "下一條（F8）",
  related: "相關之處",
  fixed: (edits) => `已修改 ${number.format(edits)} 處。`,
  fixGone: "文字已經變了，這項修改不再適用。",
  fold: "摺疊",
  unfold: "展開",
  folded: "……",
  dismiss: "知道了",

  openFailed: (name, reason) => `未能開啟「${name}」：${reason}`,
  fileTooLarge: "檔案超過 64 MB。請拆成幾個檔案再開啟。",
  reasons: {
    "not-utf8": "它不是 UTF-8 編碼的文字檔。請用記事本另存一份，編碼選 UTF-8，再開啟。",
    "unreadable-file": "檔案讀不出來，可能已經移走，或者正被別的程式占用。",
    "core-failed": "檢查程式出了故障，已經重新啟動。",
    "not-loaded": "檢查程式沒有載入，請重新整理頁面；仍不行，請聯絡管理員。",
  },
  unknownReason: (message) => `出現了意外的問題（${message}）。`,
  servedByPage: "這裡不允許背景檢查，改由頁面自己檢查；稿子很長時，輸入會稍有停頓。",
  checkFailed: (reason) => `這次檢查沒有完成：${reason}您的文字還在，更動之後會重新檢查。`,
  coreMissing: "檢查程式沒有載入，暫時只能編輯。請重新整理頁面；仍不行，請聯絡管理員。",
  replacedSample: "範例已換成您貼上的文字。",
  replacedText: (name) => `已開啟「${name}」。原來的文字可以復原。`,
  cleared: "已清空，可以復原。",

  editorPhrases: {
    Find: "尋找",
    Replace: "取代為",
    next: "下一個",
    previous: "上一個",
    all: "全部選取",
    "match case": "區分大小寫",
    regexp: "正規表示式",
    "by word": "全字",
    replace: "取代",
    "replace all": "全部取代",
    close: "關閉",
    "current match": "目前相符處",
    "replaced $ matches": "已取代 $ 處",
    "replaced match on line $": "已取代第 $ 行的一處",
    "on line": "所在行",
    "Fold line": "摺疊",
    "Unfold line": "展開",
    "folded code": "已摺疊的文字",
    unfold: "展開",
    to: "到",
    "Folded lines": "已摺疊",
    "Unfolded lines": "已展開",
    "Control character": "控制字符",
    "Selection deleted": "已刪除選取的文字",
  },
};

function duration(minutes: number): string {
  if (minutes < 1) return `${Math.max(minutes > 0 ? 1 : 0, Math.round(minutes * 60))} 秒`;
  return minutes < 10 ? `${minutes.toFixed(1)} 分鐘` : `${Math.round(minutes)} 分鐘`;
}
