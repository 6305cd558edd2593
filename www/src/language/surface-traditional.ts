// The working surface in traditional Chinese.

import type { SurfaceStrings } from "./surface.js";

const number = new Intl.NumberFormat("zh-Hant");
const count = (value: number) => number.format(value);

export const traditionalSurface: SurfaceStrings = {
  find: "尋找",
  cancel: "取消",
  close: "關閉",

  outlineTools: {
    filter: "篩選標題",
    noMatch: "沒有這樣的標題。",
    matches: (found) => `${count(found)} 個標題`,
    runs: "段內分列",
    keep: "複製、儲存",
    copyMarkdown: "複製為 Markdown",
    copyText: "複製為純文字",
    saveMarkdown: "儲存為 Markdown",
    saveText: "儲存為純文字",
    saveJson: "儲存為 JSON",
    fileName: "提綱",
    problems: (errors, warnings, infos) =>
      [errors && `${count(errors)} 處錯誤`, warnings && `${count(warnings)} 處警告`, infos && `${count(infos)} 處提醒`].filter(Boolean).join("，"),
  },

  map: {
    label: "全文結構圖",
    hint: "用左右方向鍵逐節查看，按 Enter 轉到那裡",
    times: "各部分用時",
    timesOf: (title) => `各部分用時：${title}`,
    opening: "開頭",
    ending: "結尾",
    outside: "講話之外的文字",
    outsideSpeech: "不屬於任何一篇講話",
    copied: "重複",
    part: { title: "標題", salutation: "稱謂", greeting: "問候", opening: "開場", closing: "結尾", thanks: "致謝", signature: "署名", attachment: "附件", contents: "目錄" },
    share: (percent) => `${count(percent)}%`,
    size: (speeches, sections, characters, minutes) => `共 ${count(speeches)} 篇講話，${count(sections)} 個一級標題，${characters}，${minutes}。`,
    longest: (title, percent) => `最長的一節是「${title}」，占全文 ${count(percent)}%。`,
    withoutEnding: (titles) => `沒有結尾：${titles.join("；")}。`,
    foreign: (percent) => `講話之外的文字占 ${count(percent)}%。`,
    found: (found) => `${count(found)} 條提示`,
    none: "沒有提示",
  },

  list: {
    show: "只看",
    all: "全部",
    group: "排列",
    bySpeech: "按位置",
    byRule: "按類別",
    wholeText: "全文",
    more: "更多",
    why: "為什麼",
    explain: "看說明和例子",
    preview: "先看改動",
    silence: "不再提示這一處",
    otherFixes: (others) => `另有 ${count(others)} 種改法`,
    fixSafe: "一鍵修改",
    fixSafeDetail: "只改拿得準的地方：標點、拼音、成對的符號。改前可以先看。",
    fixRule: (findings) => `全部修改（${count(findings)}）`,
    silenced: (findings) => `不再提示的：${count(findings)} 條`,
    restore: "恢復",
    restoreAll: "全部恢復",
    silencedNow: "這一處不再提示，可在清單末尾恢復。",
    restoredNow: "已恢復提示。",
    inTooltip: "Alt+Enter 選改法，Esc 關閉",
  },

  rule: { finds: "查什麼", why: "為什麼", fix: "如何改", example: "例子", repaired: "改後" },

  working: "正在處理……",

  changes: {
    title: (edits) => `將修改 ${count(edits)} 處`,
    ofRule: (name, edits) => `${name}：將修改 ${count(edits)} 處`,
    removed: "刪去",
    added: "改為",
    apply: (edits) => `修改 ${count(edits)} 處`,
    needsReview: "這些修改會動到文字，請看過再改。",
  },

  exporting: {
    open: "匯出",
    title: "匯出",
    clean: "清理後的講話稿",
    all: "全部下載（.zip）",
    allDetail: (speeches) => `${count(speeches)} 篇，每篇一個檔案，以標題命名；拼音、頁碼等殘留已去掉。`,
    copyAll: "複製全文",
    one: (title) => `下載《${title}》`,
    copyOne: (title) => `複製《${title}》`,
    download: "下載",
    copy: "複製",
    copied: "已複製。",
    notCopied: "瀏覽器不允許複製，請改用下載。",
    saved: (name) => `已儲存「${name}」。`,
    nothing: "還沒有講話可以匯出。",
    report: "檢查報告",
    saveReport: "儲存報告（.html）",
    print: "列印",
    reportDetail: "提綱和全部提示在一個網頁檔裡，可以轉寄，也可以列印。",
    archive: "講話稿",
    reportFile: "檢查報告",
  },

  report: {
    title: (name) => (name ? `檢查報告：${name}` : "檢查報告"),
    madeBy: (when) => `產生於 ${when}`,
    summary: "概況",
    place: "位置",
    finding: "提示",
    suggestion: "改法",
    none: "沒有發現結構上的問題。",
  },
};
