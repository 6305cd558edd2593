use super::read;
use crate::text::Span;

#[track_caller]
fn reads(page: &str, text: &str) {
    assert_eq!(read(page).text, text, "{page}");
}

#[test]
fn blocks_are_lines() {
    reads(
        "<html><head><title>题</title></head><body><h1>标题</h1><p>甲<p>乙<div>丙<div>丁</div>戊</div>己",
        "标题\n甲\n乙\n丙\n丁\n戊\n己\n",
    );
    reads(
        "一<br>二<br><br>三<p>四<br></p>五",
        "一\n二\n\n三\n四\n五\n",
    );
    reads("<p>甲</p><p>&nbsp;</p><p></p><p>乙</p>", "甲\n\n乙\n");
    reads("<font><p>一<b>二</font>三</p>四", "一二三\n四\n");
    reads(
        "<span style='display:block'>甲</span>乙<div style='display:inline'>丙</div>",
        "甲\n乙丙\n",
    );
}

#[test]
fn white_space_collapses_as_browsers_collapse_it() {
    reads("<p> 甲 \n 乙\n  丙 <b> a </b> b\n c</p>", "甲乙丙 a b c\n");
    reads("<pre>\n一\n  二</pre>三", "一\n  二\n三\n");
    reads("<p style='white-space:pre-wrap'>甲\n乙", "甲\n乙\n");
    reads("甲<!-- 注 -->乙&ldquo;丙&rdquo;&#12290;", "甲乙“丙”。\n");
}

#[test]
fn what_is_not_shown_is_not_read() {
    reads(
        "甲<script>1<2</script><style>p{}</style><noscript>请开启脚本</noscript>乙",
        "甲乙\n",
    );
    reads(
        "甲<p hidden>子</p><div style='display: none'><p>丑</div><template>寅</template>乙",
        "甲乙\n",
    );
    reads(
        "<ruby>亳<rp>(</rp><rt>bó</rt><rp>)</rp></ruby>州，<ruby>字<rt>zì</ruby>。",
        "亳州，字。\n",
    );
    reads(
        "甲<select><option>一月<option>二月</select><svg><text>图</text></svg>乙",
        "甲乙\n",
    );
    reads("新<del>旧</del>稿", "新稿\n");
}

#[test]
fn lists_have_the_numbers_that_browsers_show() {
    reads(
        "<ol><li>甲<li>乙<ol type=a><li>子</li><li>丑</ol><li>丙</ol>",
        "1. 甲\n2. 乙\na. 子\nb. 丑\n3. 丙\n",
    );
    reads(
        "<ol start=5><li>甲<li value=9>乙<li>丙</ol>",
        "5. 甲\n9. 乙\n10. 丙\n",
    );
    reads(
        "<ol reversed><li>甲<li>乙<ol><li>子</ol><li>丙</ol>",
        "3. 甲\n2. 乙\n1. 子\n1. 丙\n",
    );
    reads(
        "<ol style='list-style-type:simp-chinese-informal'><li value=11><p>甲</p><p>乙</p></ol>",
        "十一、甲\n乙\n",
    );
    reads(
        "<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul><ul type=square><li>丙</ul>",
        "甲\n乙\n▪ 丙\n",
    );
    reads(
        "<ol type=I><li>甲<li style='display:none'>藏<li style='display:block'>乙<li>丙</ol>",
        "I. 甲\n乙\nIII. 丙\n",
    );
    reads("<ol><li></li><li>乙</ol>", "1. \n2. 乙\n");
}

#[test]
fn numbers_are_synthesised_and_words_are_not() {
    let built = read("<p>甲</p><ol><li>乙</ol>");
    assert_eq!(built.text, "甲\n1. 乙\n");
    assert_eq!(built.provenance.synthesised, [Span::new(4, 7)]);
}

#[test]
fn rows_of_tables_are_lines() {
    reads(
        "<table><tr><th>序号<th>内容<tr><td>1<td><p>签到</p></table>尾",
        "序号\t内容\n1\t签到\n尾\n",
    );
    reads(
        "<table><tr><td>左</td><td><p>甲</p><p>乙</p></td></tr></table>",
        "左\n甲\n乙\n",
    );
    reads(
        "<table><tr><td><table><tr><td>里<td>层</table><td>外</table>",
        "里\t层\t外\n",
    );
    reads("<table><tr><td>甲</b></div></td><td>乙</table>", "甲\t乙\n");
}

#[test]
fn word_and_wps_write_each_number_once() {
    let word = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>抓落实<o:p></o:p></p>";
    reads(word, "一、\t抓落实\n");
    let wps = "<p style=\"mso-list:l0 level1 lfo1;\" ><![if !supportLists]><span style=\"mso-list:Ignore;\" >（一）</span><![endif]><span>重实干</span></p>";
    reads(wps, "（一）重实干\n");
    let bullet = "<p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7pt'>&nbsp;</span></span></span>要点</p>";
    reads(bullet, "●\t要点\n");
    let numbered = "<span style='font-family:Wingdings'>x</span><p><span style='mso-list:Ignore'>1.</span>要点</p>";
    reads(numbered, "x\n1.要点\n");
    reads(
        "正文<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a><div style='mso-element:footnote-list'><p>注</div>",
        "正文\n",
    );
}

#[test]
fn hostile_pages_take_time_in_proportion() {
    let pages = [
        "<div>".repeat(200_000),
        "<b>".repeat(200_000) + &"</i>".repeat(200_000),
        "<b><p></b>".repeat(100_000),
        "<table><tr><td>".repeat(60_000),
        "<ol reversed><li>".repeat(60_000),
        "<li>".repeat(300_000),
        "<p>".repeat(300_000) + "甲",
        "&".repeat(1_000_000),
        "<a ".repeat(300_000),
        "<!--".repeat(300_000),
        "<script>".repeat(200_000),
        format!("<p {}>", "a=b ".repeat(300_000)),
        "<span style='mso-list:Ignore'>1".repeat(100_000),
    ];
    for page in pages {
        let begin = std::time::Instant::now();
        let built = read(&page);
        assert!(built.text.len() <= 2 * page.len());
        // Each takes some milliseconds in a release build; a quadratic one would take minutes.
        assert!(begin.elapsed().as_secs() < 10, "{}", &page[..40]);
    }
}
