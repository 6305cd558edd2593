// Runs first, in the oldest JavaScript there is: where the page cannot work, it says so instead of staying blank.
(function () {
  "use strict";

  function isOld() {
    try {
      return !(
        window.customElements &&
        window.WebAssembly &&
        window.Worker &&
        window.ResizeObserver &&
        "adoptedStyleSheets" in Document.prototype &&
        new CSSStyleSheet() &&
        Array.prototype.at &&
        Object.hasOwn
      );
    } catch (error) {
      return true;
    }
  }

  function say() {
    var place = document.getElementById("opening");
    if (!place) return;
    while (place.firstChild) place.removeChild(place.firstChild);
    var sentences = [
      ["zh-Hans", "这个浏览器太旧，打不开此页。请换用 Chrome 或 Edge 97、Firefox 102、Safari 16.4 以上的版本；360、QQ 浏览器请切换到极速模式。"],
      ["zh-Hant", "這個瀏覽器太舊，無法開啟此頁。請改用 Chrome 或 Edge 97、Firefox 102、Safari 16.4 以上的版本。"],
      ["en", "This browser is too old for this page. Please use Chrome or Edge 97, Firefox 102, Safari 16.4 or later."]
    ];
    for (var i = 0; i < sentences.length; i += 1) {
      var line = document.createElement("p");
      line.setAttribute("lang", sentences[i][0]);
      line.appendChild(document.createTextNode(sentences[i][1]));
      place.appendChild(line);
    }
  }

  if (!isOld()) return;
  if (document.addEventListener) document.addEventListener("DOMContentLoaded", say);
  else window.onload = say;
})();
