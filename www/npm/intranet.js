// A sample of embedding: the draft is a field of the form, and the page says how many faults are left.

const [draft, before] = document.querySelectorAll("speech-structure-checker");
const state = document.querySelector("#state");

before.value = "在年度工作会议上的讲话\n同志们：\n下面，我讲两点意见。\n一、肯定成绩\n大家很辛苦。\n三、看到不足\n还要努力。\n谢谢大家！";
draft.addEventListener("report", ({ detail }) => {
  const errors = detail.report.diagnostics.filter(({ severity }) => severity === "error").length;
  state.textContent = errors === 0 ? "可以送审。" : `还有 ${errors} 处错误。`;
});
