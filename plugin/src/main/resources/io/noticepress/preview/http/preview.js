// Keeps the page on screen up to date and shows what is wrong. Added by noticepress:serve only; no published page has it.
(() => {
  "use strict";
  const own = document.currentScript;
  let shown = own.dataset.print;
  let wanted = shown;
  let busy = false;
  let host = null;
  let closed = "";

  const query = new URLSearchParams({page: decodeURI(location.pathname), lang: document.documentElement.lang});
  const events = new EventSource("/.noticepress/events?" + query.toString().replaceAll("+", "%20"));
  events.onmessage = message => {
    const state = JSON.parse(message.data);
    wanted = state.print;
    refresh();
    panel(state);
  };
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

  async function refresh() {
    if (busy) return;
    busy = true;
    try {
      while (wanted !== shown) {
        const aim = wanted;
        const answer = await fetch(location.pathname + location.search, {cache: "no-store"});
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const script = page.querySelector("script[data-print]");
        if (!script || assets(page) !== assets(document) || page.querySelector("script[type=module]")) {
          location.reload();
          return;
        }
        shown = script.dataset.print;
        document.title = page.title;
        document.documentElement.lang = page.documentElement.lang;
        const opened = [...document.querySelectorAll("details")].map(each => each.open);
        const x = scrollX, y = scrollY;
        document.body.replaceWith(document.adoptNode(page.body));
        document.querySelectorAll("details").forEach((each, i) => { if (opened[i]) each.open = true; });
        scrollTo({left: x, top: y, behavior: "instant"});
        if (host) document.body.append(host);
        if (shown !== aim && shown !== wanted) break;
      }
    } catch (error) {
      // The server is gone; the events come back when it does.
    } finally {
      busy = false;
    }
  }

  // What a page loads besides its text: with other style sheets or scripts it is loaded as a whole.
  function assets(page) {
    return [...page.querySelectorAll("link[rel=stylesheet], script[src]")]
      .map(each => each.getAttribute("href") || each.getAttribute("src")).join(" ");
  }

  function make(name, text, kind) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function panel(state) {
    const problems = state.problems || [];
    if (problems.length === 0) {
      if (host) host.remove();
      host = null;
      closed = "";
      return;
    }
    const all = JSON.stringify(problems);
    if (host) host.remove();
    host = make("div");
    const root = host.attachShadow({mode: "open"});
    const style = make("link");
    style.rel = "stylesheet";
    style.href = "/.noticepress/preview.css";
    const box = make("details", "", "panel");
    box.hidden = true;
    style.onload = () => { box.hidden = false; };
    const mine = problems.filter(each => each.own);
    const bad = problems.some(each => each.severity === "error");
    box.open = (bad || mine.length > 0) && closed !== all;
    box.ontoggle = () => { closed = box.open ? "" : all; };
    const head = make("summary");
    head.append(make("strong", state.zh ? "预览" : "Preview"), " ", make("span", count(state), bad ? "error" : "warning"));
    const list = make("section");
    list.setAttribute("role", "status");
    list.lang = state.zh ? "zh-CN" : "en";
    host.lang = list.lang;
    let file = "", group = null;
    for (const each of problems) {
      if (each.file !== file) {
        file = each.file;
        group = make("div", "", "file");
        group.append(make("h2", file));
        if (each.own) group.append(make("p", state.zh ? "本页的文件" : "a file of this page", "own"));
        list.append(group);
      }
      const one = make("article", "", each.severity);
      const what = make("p", "", "what");
      what.append(make("b", state.zh ? (each.severity === "error" ? "错误" : "警告") : (each.severity === "error" ? "Error" : "Warning")),
        " " + (state.zh ? `第 ${each.line} 行：` : `line ${each.line}: `) + each.what + " ", make("code", each.code));
      one.append(what);
      if (each.excerpt) one.append(make("pre", each.excerpt));
      one.append(make("p", (state.zh ? "怎样改：" : "To mend it: ") + each.mend, "mend"));
      group.append(one);
    }
    box.append(head, list);
    root.append(style, box);
    document.body.append(host);
  }

  function count(state) {
    const e = state.errors, w = state.warnings;
    if (state.zh) return `${e} 个错误，${w} 个警告`;
    return `${e} error${e === 1 ? "" : "s"}, ${w} warning${w === 1 ? "" : "s"}`;
  }
})();
