// Texts that several page tests read, written for them.

/** Two speeches with a gap, a wrong count, half-width commas, an enumeration in a paragraph, a repeated paragraph and no ending in the second. */
export const compilation = `第一篇：在春季植树动员会上的讲话
同志们：
今天请大家来,主要是商量植树的事。下面，我讲三点意见。
一、早动手，把苗木备足
苗圃里还差两千棵侧柏,月底以前要运到。一是县里调一批；二是各村自己育一批；三是向邻县借一批。
二、分片包，把责任落细
东坡归一组,西坡归二组，路边的归学校。
谁栽的谁浇水，谁浇水谁管活，到秋天按成活的棵数算账，少一棵补一棵，补到活为止，谁也不许拿枯枝来充数。
四、勤检查，把成活率提上来
每个月初一查一遍，查完了张榜公布。
谁栽的谁浇水，谁浇水谁管活，到秋天按成活的棵数算账，少一棵补一棵，补到活为止，谁也不许拿枯枝来充数。
同志们，树是栽给后人乘凉的，今天多流一滴汗，明天就多一片荫。让我们说干就干。
谢谢大家！
第二篇：在消防演练总结会上的讲话
各位邻居：
晚上好！今天的演练有四百多人参加,我说两点感受。
一、出口要认得准
平时走电梯走惯了，真出了事往哪儿跑，很多人答不上来。
二、东西要放得对
楼道里堆的纸箱今晚就搬走，电动车一律推到棚里去充电。
`;

/** Markup in every place that is shown somewhere: title, headings, an enumeration, words that findings quote. */
export const hostile = `第一篇：在全镇<img src=x onerror="hit()">防汛工作大会上的讲话
同志们：
今天把大家请来,商量<svg onload=hit()>防汛的事。下面，我讲三点意见。
一、把<script>hit()</script>堤坝看牢
险段有三处。一是上游的"><img src=x onerror=hit()>老闸要换；二是中段的<iframe srcdoc="<script>parent.hit()</script>">护坡要补；三是下游的\${hit()}涵洞要通。
三、把<b onclick=hit()>人员</b>排好
{{hit()}}值班的人不许离岗，<a href="javascript:hit()">名单</a>今天就贴出去，“没有贴的要追究。
同志们，雨季说到就到，让我们把功夫下在前头。
谢谢大家！
第二篇：在../../<script>hit()</script>:*?|节水座谈会上的讲话
同志们：
今天谈两点,都是老话。
一、水要省着用
洗菜的水可以浇花，洗衣的水可以拖地。
二、表要按时看
每月十号抄一次，谁家用多了，谁家自己心里有数。
谢谢大家！
`;

/** How many speeches, sections and characters a long draft has is chosen by the test. */
export function longDraft(characters) {
  const speech = (number) =>
    `第${number}篇：在第${number}次碰头会上的讲话\n同志们：\n今天碰个头,我讲两点意见。\n一、先说修路\n${"路基已经夯实，路面下周开铺，请各组把石子备好。".repeat(20)}\n三、再说通水\n${"管子埋到村口了，接到各家还要半个月，天冷以前必须接完。".repeat(20)}\n谢谢大家！\n`;
  let text = "";
  for (let number = 1; text.length < characters; number += 1) text += speech(number);
  return text;
}
