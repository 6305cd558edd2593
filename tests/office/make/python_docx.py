"""Makes the .docx of this folder's tests that python-docx writes, each with the text that Word shows (NAME.docx, NAME.txt).

    pip install python-docx==1.2.0
    python3 tests/office/make/python_docx.py

python-docx writes the package; what it has no words for is given to it as WordprocessingML. The expected texts stand here,
beside what they are expected of, and follow ECMA-376 Part 1: 17.9 (numbering), 17.18.59 (formats), 17.13.5 (tracked changes),
17.16 (fields), 17.3.3.25 (ruby), and [MS-DOC] LVLF.iRestartLim for restarts.
"""

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

FOLDER = Path(__file__).resolve().parent.parent
NAMES = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' \
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' \
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"' \
    ' xmlns:v="urn:schemas-microsoft-com:vml"' \
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

# A format, and pairs of a start and the label that its first paragraph has.
FORMATS = {
    "decimal": {1: "1", 10: "10"},
    "decimalHalfWidth": {12: "12"},
    "decimalFullWidth": {1: "１", 10: "１０"},
    "decimalFullWidth2": {1: "１", 25: "２５"},
    "decimalZero": {1: "01", 10: "10"},
    "decimalEnclosedCircle": {1: "①", 10: "⑩", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {1: "①", 10: "⑩"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○"},
    "taiwaneseCounting": {1: "一", 10: "十", 21: "二十一", 100: "一○○"},
    "chineseCountingThousand": {1: "一", 10: "十", 15: "十五", 101: "一百零一", 110: "一百一十", 1001: "一千零一"},
    "taiwaneseCountingThousand": {10: "十", 101: "一百零一", 1000: "一千"},
    "chineseLegalSimplified": {1: "壹", 2: "贰", 10: "壹拾", 101: "壹佰零壹"},
    "ideographLegalTraditional": {2: "貳", 6: "陸", 10: "壹拾", 1000: "壹仟"},
    "ideographTraditional": {1: "甲", 10: "癸"},
    "ideographZodiac": {1: "子", 12: "亥"},
    "ideographDigital": {1: "一", 10: "一〇", 21: "二一"},
    "taiwaneseDigital": {10: "一○"},
    "japaneseCounting": {10: "十", 20: "二十", 110: "百十"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 28: "BB"},
    "lowerLetter": {3: "c", 53: "aaa"},
    "upperRoman": {4: "IV", 1999: "MCMXCIX"},
    "lowerRoman": {9: "ix"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 11: "11th"},
    "none": {1: ""},
    "bullet": {1: "•"},
}


def element(xml):
    """An element; its names need no declarations of their own."""
    end = min(xml.index(mark) for mark in (">", "/>", " ") if mark in xml)
    return parse_xml(f"{xml[:end]} {NAMES}{xml[end:]}")


class Draft:
    """A document under construction, and the lines that are expected of it."""

    def __init__(self):
        self.document = Document()
        self.numbering = self.document.part.numbering_part.element
        for child in list(self.numbering):
            self.numbering.remove(child)
        self.lists = []
        self.lines = []

    def definition(self, number, levels, extra=""):
        self.numbering.insert(number, element(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{extra}{levels}</w:abstractNum>'))

    def list(self, number, definition, overrides=""):
        self.numbering.append(element(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'))

    def paragraph(self, content, expected, properties=""):
        """`content` is WordprocessingML, or plain words."""
        if not content.startswith("<"):
            content = f"<w:r><w:t>{content}</w:t></w:r>"
        self.block(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>", expected)

    def block(self, xml, expected):
        body = self.document.element.body
        body.insert(len(body) - 1, element(xml))
        if expected is not None:
            self.lines += expected.split("\n")

    def item(self, words, expected, number, level=0):
        self.paragraph(words, expected, in_list(number, level))

    def save(self, name):
        self.document.save(FOLDER / f"{name}.docx")
        (FOLDER / f"{name}.txt").write_text("".join(f"{line}\n" for line in self.lines), encoding="utf-8")


def in_list(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(place, number_format, text, start=1, suffix="nothing", extra="", after=""):
    return (f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}'
            f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{after}</w:lvl>')


def formats():
    """Every format, from every start that its rule speaks of."""
    draft = Draft()
    places = [(name, start, label) for name, labels in FORMATS.items() for start, label in labels.items()]
    for number, (name, start, _) in enumerate(places):
        text = "\uf0b7" if name == "bullet" else "%1、"
        font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>' if name == "bullet" else ""
        draft.definition(number, level(0, name, text, start, after=font))
    for number, (name, start, label) in enumerate(places):
        draft.list(number + 1, number)
        end = "" if name == "bullet" else "、"
        draft.item(f"{name} 从 {start} 起", f"{label}{end}{name} 从 {start} 起", number + 1)
    draft.save("formats")


def lists():
    """Levels, restarts, suffixes, lists through styles and links."""
    draft = Draft()
    outline = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") \
        + level(2, "decimal", "%3.", suffix="space") + level(3, "decimal", "（%4）", suffix="tab")
    restart = '<w:lvlRestart w:val="{}"/>'
    draft.definition(0, outline)
    draft.definition(1, level(0, "upperRoman", "第%1章", suffix="space") + level(1, "decimal", "%1.%2", extra="<w:isLgl/>", suffix="space")
                     + level(2, "decimal", "%1.%2.%3", suffix="space"))
    draft.definition(2, level(0, "decimal", "%1)") + level(1, "decimal", "甲%2 ", extra=restart.format(0))
                     + level(2, "decimal", "乙%3 ", extra=restart.format(1)))
    draft.definition(3, level(0, "chineseCountingThousand", "第%1条", suffix="space", extra='<w:pStyle w:val="Article"/>')
                     + level(1, "chineseCountingThousand", "（%2）", extra='<w:pStyle w:val="Clause"/>'))
    draft.definition(4, level(0, "decimalEnclosedCircle", "%1"), '<w:styleLink w:val="CircleList"/>')
    draft.definition(5, "", '<w:numStyleLink w:val="CircleList"/>')
    draft.definition(6, level(0, "bullet", "o", suffix="tab", after='<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr>'))
    custom = ('<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
              '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>')
    draft.definition(7, f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{custom}<w:suff w:val="nothing"/><w:lvlText w:val="附%1："/></w:lvl>')
    draft.list(1, 0)
    draft.list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    draft.list(3, 1)
    draft.list(4, 2)
    draft.list(5, 3)
    draft.list(6, 4)
    draft.list(7, 5)
    draft.list(8, 6)
    draft.list(9, 7)
    draft.list(10, 0, '<w:lvlOverride w:ilvl="0">' + level(0, "decimal", "之%1 ") + "</w:lvlOverride>")

    add_list_style(draft.document)
    for words, label, number, place in [
        ("把好方向", "一、", 1, 0), ("想长远", "（一）", 1, 1), ("看全局", "（二）", 1, 1), ("列清单", "1. ", 1, 2), ("定时限", "2. ", 1, 2),
        ("到人头", "（1）\t", 1, 3), ("抓住要害", "二、", 1, 0), ("先急后缓", "（一）", 1, 1), ("抓两头", "1. ", 1, 2),
        ("另起一组", "一、", 2, 0), ("接着这组", "二、", 2, 0), ("回到前面", "三、", 1, 0), ("换了写法", "之4 ", 10, 0),
        ("总则", "第I章 ", 3, 0), ("目的", "1.1 ", 3, 1), ("细目", "I.1.1 ", 3, 2), ("分则", "第II章 ", 3, 0), ("范围", "2.1 ", 3, 1),
        ("头一项", "1)", 4, 0), ("不重来", "甲1 ", 4, 1), ("内层", "乙1 ", 4, 2), ("不重来", "甲2 ", 4, 1), ("内层不重来", "乙2 ", 4, 2),
        ("第二项", "2)", 4, 0), ("仍不重来", "甲3 ", 4, 1), ("内层重来", "乙1 ", 4, 2),
    ]:
        draft.item(words, label + words, number, place)
    for style, words, label in [("Article", "本章程自公布之日起施行", "第一条 "), ("Clause", "会员享有权利", "（一）"),
                                ("Clause", "会员履行义务", "（二）"), ("Article", "本章程由理事会解释", "第二条 "), ("Heir", "承袭的样式", "第三条 "),
                                ("Clause", "又从头数起", "（一）")]:
        draft.paragraph(words, label + words, f'<w:pStyle w:val="{style}"/>')
    draft.paragraph("脱离编号", "脱离编号", '<w:pStyle w:val="Article"/>' + in_list(0))
    draft.item("样式里的编号", "①样式里的编号", 6)
    draft.item("借来的编号", "②借来的编号", 7)
    draft.item("空心圆点", "○\t空心圆点", 8)
    draft.item("补零", "附007：补零", 9)
    draft.item("没有这个编号", "没有这个编号", 99)
    draft.save("lists")


def add_list_style(document):
    """Paragraph styles that are numbered, and a style of lists that others point to."""
    for name, number, based_on in [("Article", 5, None), ("Clause", 5, None), ("Heir", None, "Article")]:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if based_on:
            style.base_style = document.styles[based_on]
        if number:
            place = '<w:ilvl w:val="1"/>' if name == "Clause" else ""
            style.element.get_or_add_pPr().append(element(f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>'))
    document.styles.element.append(element(
        '<w:style w:type="numbering" w:customStyle="1" w:styleId="CircleList"><w:name w:val="Circle List"/>'
        '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>'))


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def changes():
    """Tracked changes, hidden text, fields, ruby, comments and notes."""
    draft = Draft()
    draft.definition(0, level(0, "chineseCounting", "%1、"))
    draft.list(1, 0)
    by = 'w:id="1" w:author="校" w:date="2024-01-01T00:00:00Z"'
    deleted = f"<w:del {by}><w:r><w:delText>旧稿</w:delText></w:r></w:del>"
    draft.paragraph(run("这是") + f"<w:ins {by}>{run('新')}</w:ins>" + deleted + run("的说法"), "这是新的说法")
    draft.paragraph(f"<w:moveFrom {by}>{run('挪走的话')}</w:moveFrom>" + run("留下的话"), "留下的话")
    draft.paragraph(f"<w:moveTo {by}>{run('挪来的话')}</w:moveTo>", "挪来的话")
    mark = f"<w:rPr><w:del {by}/></w:rPr>"
    draft.paragraph(run("上半句，"), None, in_list(1) + mark)
    draft.paragraph(run("下半句"), "一、上半句，下半句", in_list(1))
    draft.paragraph(f"<w:del {by}><w:r><w:delText>整段删去</w:delText></w:r></w:del>", None, in_list(1) + mark)
    draft.paragraph(run("编号接着数"), "二、编号接着数", in_list(1))
    draft.paragraph(run("改过样式"), "改过样式", f"<w:pPrChange {by}><w:pPr>{in_list(1)}</w:pPr></w:pPrChange>")
    draft.paragraph(run("看得见") + run("看不见", "<w:vanish/>") + run("又看得见", '<w:vanish w:val="0"/>'), "看得见又看得见")
    draft.paragraph(run("整段隐藏", "<w:vanish/>"), None, in_list(1) + "<w:rPr><w:vanish/></w:rPr>")
    draft.paragraph(run("隐藏段不占号"), "三、隐藏段不占号", in_list(1))
    field = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    draft.paragraph(run("共") + field("begin") + '<w:r><w:instrText> NUMPAGES </w:instrText></w:r>' + field("separate") + run("12") + field("end") + run("页"), "共12页")
    draft.paragraph('<w:fldSimple w:instr=" DATE ">' + run("5月4日") + "</w:fldSimple>", "5月4日")
    draft.paragraph(field("begin") + '<w:r><w:instrText> IF </w:instrText></w:r>' + field("begin") + '<w:r><w:instrText>PAGE</w:instrText></w:r>'
                    + field("separate") + run("7") + field("end") + field("separate") + run("结果") + field("end"), "结果")
    draft.paragraph("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>bó</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>亳</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                    + run("州"), "亳州")
    draft.paragraph(run("有批注") + '<w:r><w:commentReference w:id="0"/></w:r>', "有批注")
    draft.paragraph("<w:r><w:t>一行</w:t><w:br/><w:t>又一行</w:t><w:tab/><w:t>制表</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>连字</w:t>"
                    '<w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "一行\n又一行\t制表-连字☑")
    draft.paragraph('<w:hyperlink w:anchor="a">' + run("链接") + "</w:hyperlink><w:smartTag>" + run("智能") + "</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr>"
                    "<w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "链接智能控件")
    draft.paragraph("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1")
    draft.document.add_comment(draft.document.paragraphs[0].runs[0], text="这里是批注，不在文中", author="校")
    draft.save("changes")


def tables():
    """Tables and text boxes."""
    draft = Draft()
    draft.definition(0, level(0, "decimal", "%1."))
    draft.list(1, 0)
    cell = lambda *paragraphs: "<w:tc><w:tcPr/>" + "".join(paragraphs) + "</w:tc>"
    words = lambda text, properties="": f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"
    row = lambda *cells, properties="": f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"
    table = lambda *rows: f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    by = 'w:id="1" w:author="校"'
    draft.paragraph("表前", "表前")
    draft.block(table(
        row(cell(words("序号")), cell(words("内容")), cell(words("时间"))),
        row(cell(words("", in_list(1))), cell(words("签到")), cell(words("八点"))),
        row(cell(words("", in_list(1))), cell(words("")), cell(words("九点"))),
        row(cell(words("删去的行")), properties=f"<w:del {by}/>"),
        row(cell(words("左")), cell(words("各位同事："), words("大家好！"))),
        row(cell(table(row(cell(words("里")), cell(words("层")))), "<w:p/>"), cell(words("外层"))),
    ), "序号\t内容\t时间\n1.\t签到\t八点\n2.\t\t九点\n左\n各位同事：\n大家好！\n里\t层\n\n外层")
    draft.paragraph("表后", "表后")
    box = lambda *paragraphs: f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
             '<mc:Fallback><w:pict><v:shape><v:textbox>{0}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')
    draft.paragraph(run("挂着文本框") + shape.format(box(words("框内标题"), words("框内编号", in_list(1)))) + run("的段落"),
                    "挂着文本框的段落\n框内标题\n3.框内编号")
    draft.paragraph("<w:r><w:pict><v:shape><v:textbox>" + box(words("旧式文本框")) + "</v:textbox></v:shape></w:pict></w:r>", "\n旧式文本框")
    draft.item("编号接着数", "4.编号接着数", 1)
    draft.save("tables")


if __name__ == "__main__":
    formats()
    lists()
    changes()
    tables()
