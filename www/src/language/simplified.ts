// The page's own words in simplified Chinese, and thereby the list of what the page says at all: the other languages
// must have exactly these keys with these types, or the compiler refuses. Findings come from the core, in the same language.

import type { PageStrings } from "./language.js";
import { simplifiedSurface } from "./surface-simplified.js";
import { simplifiedSurroundings } from "./surroundings-simplified.js";

const number = new Intl.NumberFormat("zh-Hans");

export const simplified: PageStrings = {
  ...simplifiedSurface,
  ...simplifiedSurroundings,

  pageTitle: "讲话稿结构检查",
  tagline: "提纲是否完整，序号是否接得上，一眼看清",
  privacy: "文字不出本页",
  privacyDetail: "检查在您的浏览器里完成，不上传，不保存，断网也能用。",
  language: "界面语言",

  openFile: "打开文件",
  clear: "清空",
  sample: "示例",
  undo: "撤销",
  redo: "重做",
  dropHere: "松开即可打开",
  untitled: "未命名",
  sampleName: "示例稿",
  sampleHint: "这是一篇示例，里面有几处毛病。把您的稿子直接粘贴进来，或把文件拖进来。",
  emptyHint: "把讲话稿粘贴到这里，或把文件拖进来……",

  views: "切换视图",
  text: "正文",
  outline: "提纲",
  findings: "提示",
  editorLabel: "讲话稿正文",

  counts: "统计",
  speeches: (count) => `${number.format(count)} 篇讲话`,
  headings: (count) => `${number.format(count)} 个标题`,
  characters: (count) => `${number.format(count)} 字`,
  minutes: (minutes) => `约 ${duration(minutes)}`,
  minutesShort: (minutes) => duration(minutes),
  ratePerMinute: "按每分钟 220 字估算",
  severity: { error: "错误", warning: "警告", info: "提醒" },
  severityCount: {
    error: (count) => `${number.format(count)} 处错误`,
    warning: (count) => `${number.format(count)} 处警告`,
    info: (count) => `${number.format(count)} 处提醒`,
  },
  checking: "正在检查……",
  checked: (findings) => (findings === 0 ? "检查完毕，没有发现问题。" : `检查完毕，共 ${number.format(findings)} 条提示。`),

  expandAll: "全部展开",
  collapseAll: "全部收起",
  untitledSpeech: "（无标题的讲话）",
  noOutline: "还没有提纲。粘贴一篇稿子，标题和层次会列在这里。",
  noFindings: "没有发现结构上的问题。",
  noText: "还没有文字。",
  showMore: (count) => `再列出 ${number.format(count)} 条`,
  showEarlier: (count) => `列出前面 ${number.format(count)} 条`,
  remaining: (count) => `还有 ${number.format(count)} 条没有列出`,

  line: (line) => `第 ${number.format(line)} 行`,
  places: (count) => `共 ${number.format(count)} 处`,
  needsReview: "请核对",
  needsReviewDetail: "这项修改会改动文字，改后请核对",
  previousFinding: "上一条（Shift+F8）",
  nextFinding: "下一条（F8）",
  related: "相关之处",
  fixed: (edits) => `已修改 ${number.format(edits)} 处。`,
  fixGone: "文字已经变了，这项修改不再适用。",
  fold: "折叠",
  unfold: "展开",
  folded: "……",
  dismiss: "知道了",

  openFailed: (name, reason) => `没能打开“${name}”：${reason}`,
  fileTooLarge: "文件超过 64 MB。请拆成几个文件再打开。",
  reasons: {
    "not-utf8": "它不是 UTF-8 编码的文本。请在记事本或 WPS 里另存一份，编码选 UTF-8，再打开。",
    "unreadable-file": "文件读不出来，可能已经移走，或者正被别的程序占用。",
    "core-failed": "检查程序出了故障，已经重新启动。",
    "not-loaded": "检查程序没有载入，请刷新页面；仍不行，请联系管理员。",
  },
  unknownReason: (message) => `出现了意外的问题（${message}）。`,
  servedByPage: "这里不允许后台检查，改由页面自己检查；稿子很长时，输入会稍有停顿。",
  checkFailed: (reason) => `这次检查没有完成：${reason}您的文字还在，改动之后会重新检查。`,
  coreMissing: "检查程序没有载入，暂时只能编辑。请刷新页面；仍不行，请联系管理员。",
  replacedSample: "示例已换成您粘贴的文字。",
  replacedText: (name) => `已打开“${name}”。原来的文字可以撤销找回。`,
  cleared: "已清空，可以撤销。",

  editorPhrases: {
    Find: "查找",
    Replace: "替换为",
    next: "下一个",
    previous: "上一个",
    all: "全部选中",
    "match case": "区分大小写",
    regexp: "正则表达式",
    "by word": "整词",
    replace: "替换",
    "replace all": "全部替换",
    close: "关闭",
    "current match": "当前匹配",
    "replaced $ matches": "已替换 $ 处",
    "replaced match on line $": "已替换第 $ 行的一处",
    "on line": "所在行",
    "Fold line": "折叠",
    "Unfold line": "展开",
    "folded code": "已折叠的文字",
    unfold: "展开",
    to: "到",
    "Folded lines": "已折叠",
    "Unfolded lines": "已展开",
    "Control character": "控制字符",
    "Selection deleted": "已删除选中的文字",
  },
};

function duration(minutes: number): string {
  if (minutes < 1) return `${Math.max(minutes > 0 ? 1 : 0, Math.round(minutes * 60))} 秒`;
  return minutes < 10 ? `${minutes.toFixed(1)} 分钟` : `${Math.round(minutes)} 分钟`;
}
