// The working surface in simplified Chinese.

import type { SurfaceStrings } from "./surface.js";

const number = new Intl.NumberFormat("zh-Hans");
const count = (value: number) => number.format(value);

export const simplifiedSurface: SurfaceStrings = {
  find: "查找",
  cancel: "取消",
  close: "关闭",

  outlineTools: {
    filter: "筛选标题",
    noMatch: "没有这样的标题。",
    matches: (found) => `${count(found)} 个标题`,
    runs: "段内分列",
    keep: "复制、保存",
    copyMarkdown: "复制为 Markdown",
    copyText: "复制为纯文本",
    saveMarkdown: "保存为 Markdown",
    saveText: "保存为纯文本",
    saveJson: "保存为 JSON",
    fileName: "提纲",
    problems: (errors, warnings, infos) =>
      [errors && `${count(errors)} 处错误`, warnings && `${count(warnings)} 处警告`, infos && `${count(infos)} 处提醒`].filter(Boolean).join("，"),
  },

  map: {
    label: "全文结构图",
    hint: "用左右方向键逐节查看，按回车转到那里",
    times: "各部分用时",
    timesOf: (title) => `各部分用时：${title}`,
    opening: "开头",
    ending: "结尾",
    outside: "讲话之外的文字",
    outsideSpeech: "不属于任何一篇讲话",
    copied: "重复",
    part: { title: "标题", salutation: "称谓", greeting: "问候", opening: "开场", closing: "结尾", thanks: "致谢", signature: "落款", attachment: "附件", contents: "目录" },
    share: (percent) => `${count(percent)}%`,
    size: (speeches, sections, characters, minutes) => `共 ${count(speeches)} 篇讲话，${count(sections)} 个一级标题，${characters}，${minutes}。`,
    longest: (title, percent) => `最长的一节是“${title}”，占全文 ${count(percent)}%。`,
    withoutEnding: (titles) => `没有结尾：${titles.join("；")}。`,
    foreign: (percent) => `讲话之外的文字占 ${count(percent)}%。`,
    found: (found) => `${count(found)} 条提示`,
    none: "没有提示",
  },

  list: {
    show: "只看",
    all: "全部",
    group: "排列",
    bySpeech: "按位置",
    byRule: "按类别",
    wholeText: "全文",
    more: "更多",
    why: "为什么",
    explain: "看说明和例子",
    preview: "先看改动",
    silence: "不再提示这一处",
    otherFixes: (others) => `另有 ${count(others)} 种改法`,
    fixSafe: "一键修改",
    fixSafeDetail: "只改拿得准的地方：标点、拼音、成对的符号。改前可以先看。",
    fixRule: (findings) => `全部修改（${count(findings)}）`,
    silenced: (findings) => `不再提示的：${count(findings)} 条`,
    restore: "恢复",
    restoreAll: "全部恢复",
    silencedNow: "这一处不再提示，可在列表末尾恢复。",
    restoredNow: "已恢复提示。",
    inTooltip: "Alt+回车 选改法，Esc 关闭",
  },

  rule: { finds: "查什么", why: "为什么", fix: "如何改", example: "例子", repaired: "改后" },

  working: "正在处理……",

  changes: {
    title: (edits) => `将修改 ${count(edits)} 处`,
    ofRule: (name, edits) => `${name}：将修改 ${count(edits)} 处`,
    removed: "删去",
    added: "改为",
    apply: (edits) => `修改 ${count(edits)} 处`,
    needsReview: "这些修改会动到文字，请看过再改。",
  },

  exporting: {
    open: "导出",
    title: "导出",
    clean: "清理后的讲话稿",
    all: "全部下载（.zip）",
    allDetail: (speeches) => `${count(speeches)} 篇，每篇一个文件，按标题命名；拼音、页码等残留已去掉。`,
    copyAll: "复制全文",
    one: (title) => `下载《${title}》`,
    copyOne: (title) => `复制《${title}》`,
    download: "下载",
    copy: "复制",
    copied: "已复制。",
    notCopied: "浏览器不允许复制，请改用下载。",
    saved: (name) => `已保存“${name}”。`,
    nothing: "还没有讲话可以导出。",
    report: "检查报告",
    saveReport: "保存报告（.html）",
    print: "打印",
    reportDetail: "提纲和全部提示在一个网页文件里，可以转发，也可以打印。",
    archive: "讲话稿",
    reportFile: "检查报告",
  },

  report: {
    title: (name) => (name ? `检查报告：${name}` : "检查报告"),
    madeBy: (when) => `生成于 ${when}`,
    summary: "概况",
    place: "位置",
    finding: "提示",
    suggestion: "改法",
    none: "没有发现结构上的问题。",
  },
};
