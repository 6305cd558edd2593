// Makes draft.docx and draft.txt: a speech as docx-js (docx on npm) writes it, numbered throughout by Word's own lists.
//
//     npm install docx@9.15.2
//     node tests/office/make/docx_js.mjs

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AlignmentType, Document, HeadingLevel, LevelFormat, LevelSuffix, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";

const folder = fileURLToPath(new URL("..", import.meta.url));
const level = (place, format, text, suffix) => ({ level: place, format, text, suffix, alignment: AlignmentType.LEFT });
const levels = [
  level(0, LevelFormat.CHINESE_COUNTING, "%1、", LevelSuffix.NOTHING),
  level(1, LevelFormat.CHINESE_COUNTING, "（%2）", LevelSuffix.NOTHING),
  level(2, LevelFormat.DECIMAL, "%3.", LevelSuffix.SPACE),
];
const circles = [level(0, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, "%1", LevelSuffix.TAB)];

const lines = [];
const says = (shown, paragraph) => (lines.push(shown), paragraph);
const plain = (text) => says(text, new Paragraph({ children: [new TextRun(text)] }));
const item = (label, text, place, extra = {}) => says(label + text, new Paragraph({ text, numbering: { reference: "outline", level: place }, ...extra }));
const circle = (label, text, instance) => says(`${label}\t${text}`, new Paragraph({ text, numbering: { reference: "circles", level: 0, instance } }));
const cell = (text) => new TableCell({ children: [new Paragraph(text)] });

const children = [
  says("在年度工作会议上的讲话", new Paragraph({ text: "在年度工作会议上的讲话", heading: HeadingLevel.TITLE })),
  plain("同志们："),
  plain("下面，我讲三点意见。"),
  item("一、", "认清形势，把稳方向", 0, { heading: HeadingLevel.HEADING_1 }),
  item("（一）", "看清成绩", 1),
  plain("成绩来之不易，要倍加珍惜。"),
  item("（二）", "看清差距", 1),
  item("1. ", "人手不足", 2),
  item("2. ", "办法不多", 2),
  item("二、", "抓住重点，打开局面", 0, { heading: HeadingLevel.HEADING_1 }),
  item("（一）", "抓项目", 1),
  item("1. ", "定责任", 2),
  plain("有三件事要马上办："),
  circle("①", "列清单", 0),
  circle("②", "定时限", 0),
  circle("③", "报进度", 0),
  item("三、", "改进作风，狠抓落实", 0, { heading: HeadingLevel.HEADING_1 }),
  plain("还有两件事要长期办："),
  circle("①", "带队伍", 1),
  circle("②", "立规矩", 1),
  says("时间\t内容\n八点\t签到", new Table({ rows: [new TableRow({ children: [cell("时间"), cell("内容")] }), new TableRow({ children: [cell("八点"), cell("签到")] })] })),
  plain("谢谢大家！"),
];

const document = new Document({ numbering: { config: [{ reference: "outline", levels }, { reference: "circles", levels: circles }] }, sections: [{ children }] });
writeFileSync(`${folder}/draft.docx`, await Packer.toBuffer(document));
writeFileSync(`${folder}/draft.txt`, lines.map((line) => `${line}\n`).join(""));
