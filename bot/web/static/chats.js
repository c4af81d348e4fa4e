// One chat's messages and how they stand on the page: in the server's order, then what is still on its way.

import { bubble } from "./bubbles.js";
import { kept, make, seat, words } from "./page.js";

const PAUSE_MS = 5 * 60 * 1000;
const NEAR_END = 120; // pixels
const EDIT_MS = 15 * 60 * 1000;

export class Chat {
  constructor(name, act) {
    this.name = name;
    this.act = act;
    this.title = "";
    this.group = name !== "me";
    this.menu = [];
    this.messages = new Map(); // by id
    this.local = new Map(); // by the page's own name for it
    this.pressing = new Map(); // by id: the action that is on its way
    this.unread = 0;
    this.log = make("section", { className: "log", role: "log", "aria-live": "off", tabindex: "0", "aria-label": words.title });
    this.top = make("div", { className: "top" });
    this.list = make("div", { className: "list" });
    this.tail = make("div", { className: "tail" });
    this.log.append(this.top, this.list, this.tail);
    this.stuck = true; // follows the newest message
    new ResizeObserver(() => this.follow(false)).observe(this.list); // a photo loaded, the type grew
    this.log.addEventListener("scroll", () => {
      this.stuck = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END;
      if (this.stuck) this.act.seen(this);
    });
  }

  describe({ title, menu }) {
    this.title = title;
    this.menu = menu;
    if (title) this.log.setAttribute("aria-label", title);
  }

  // Forgets what was shown: the server tells the chat afresh.
  reset() {
    for (const { row } of this.messages.values()) row.remove();
    this.messages.clear();
  }

  // Takes messages as the server tells them; returns how many of others' are new.
  take(messages, { older = false } = {}) {
    let fresh = 0;
    for (const message of messages) {
      const known = this.messages.get(message.id);
      if (known && known.message.changed >= message.changed) continue;
      if (!known && !message.own) fresh += 1;
      if (message.client) this.drop(message.client);
      this.pressing.delete(message.id);
      this.put(message, known);
    }
    this.arrange(older);
    return fresh;
  }

  put(message, known) {
    const row = this.render(message);
    if (known) {
      const focused = known.row.contains(document.activeElement);
      known.row.replaceWith(row);
      if (focused) row.focus({ preventScroll: true });
    } else {
      let before = null;
      for (let one = this.list.lastElementChild; one && Number(one.dataset.number) > message.number; ) {
        before = one;
        one = one.previousElementSibling;
      }
      this.list.insertBefore(row, before);
    }
    row.dataset.number = message.number;
    row.dataset.at = message.at;
    row.dataset.id = message.id;
    this.messages.set(message.id, { message, row });
  }

  // Shows something that is still on its way, or its new state.
  putLocal(message) {
    const row = bubble({ ...message, own: true, quote: this.quote(message.reply_to) }, this.act, { group: this.group });
    const known = this.local.get(message.client);
    if (known) known.replaceWith(row);
    else this.tail.append(row);
    this.local.set(message.client, row);
    this.follow(!known);
  }

  drop(client) {
    this.local.get(client)?.remove();
    this.local.delete(client);
  }

  // A choice is on its way (or, without an action, no longer).
  press(id, action) {
    if (action) this.pressing.set(id, action);
    else this.pressing.delete(id);
    const known = this.messages.get(id);
    if (known) this.put(known.message, known);
  }

  // It has arrived. Choices that last are open again; of others the server tells which was chosen.
  pressed(id) {
    if (this.group || this.messages.get(id)?.message.lasting) this.press(id, null);
  }

  render(message) {
    const quote = this.quote(message.reply_to);
    const editable = message.own && message.text && !message.media.length && message.id === this.lastOwn(message);
    return bubble({ ...message, quote, editable }, this.act, { group: this.group, pressing: this.pressing.get(message.id) });
  }

  lastOwn(candidate) {
    if (Date.now() - candidate.at > EDIT_MS) return null;
    let last = candidate;
    for (const { message } of this.messages.values()) if (message.own && message.number > last.number) last = message;
    return last.id;
  }

  quote(about) {
    if (!about) return "";
    for (const { message } of this.messages.values()) {
      if (message.id !== about && message.client !== about) continue;
      const shown = message.text || (message.media?.length ? words.photo : message.position ? words.place : "");
      return Array.from(shown).slice(0, 60).join("");
    }
    return "";
  }

  // Puts the times between the messages, offers earlier ones, and keeps the newest in sight.
  arrange(older = false) {
    const height = this.log.scrollHeight;
    let previous = 0;
    for (const row of this.list.children) {
      const at = Number(row.dataset.at);
      const time = row.querySelector(":scope > time");
      const pause = at - previous > PAUSE_MS;
      if (pause && !time) row.prepend(make("time", { text: clock(at), datetime: new Date(at).toISOString() }));
      if (!pause && time) time.remove();
      previous = at;
    }
    this.takeEditsBack();
    this.showTop();
    if (older) this.log.scrollTop += this.log.scrollHeight - height;
    else this.follow(false);
  }

  // Only one's newest words can be changed: older ones lose the button when newer ones come.
  takeEditsBack() {
    const own = [...this.messages.values()].filter(({ message, row }) => message.own && row.querySelector("[data-edit]"));
    for (const { message, row } of own) if (this.lastOwn(message) !== message.id) row.querySelector("[data-edit]").remove();
  }

  showTop() {
    this.top.replaceChildren();
    const first = this.list.firstElementChild;
    if (first && Number(first.dataset.number) > 1 && !this.allEarlier) {
      const button = make("button", { type: "button", className: "small-button", text: words.earlier });
      button.addEventListener("click", () => this.loadEarlier(Number(first.dataset.number)));
      this.top.append(button);
    } else if (!first && !this.group) {
      this.top.append(this.welcome());
    }
  }

  welcome() {
    const start = make("button", { type: "button", className: "big-button", text: words.start });
    start.addEventListener("click", () => this.act.start());
    const icon = make("img", { className: "logo", src: "/static/icon.svg", alt: "", width: "72", height: "72" });
    const title = make("h2", { text: words["welcome-title"] });
    return make("div", { className: "welcome" }, icon, title, make("p", { text: words.welcome }), start);
  }

  async loadEarlier(before) {
    const answer = await fetch(`/chat/${seat}/messages?chat=${encodeURIComponent(this.name)}&before=${before}`).catch(() => null);
    if (!answer?.ok) return;
    const { messages } = await answer.json();
    this.allEarlier = !messages.length;
    this.take(messages, { older: true });
  }

  follow(always) {
    if (always) this.stuck = true;
    if (this.stuck) this.log.scrollTop = this.log.scrollHeight;
  }

  show(shown) {
    this.log.hidden = !shown;
    if (shown) {
      this.follow(false);
      this.unread = 0;
    }
  }

  get draft() {
    return kept.read(`draft-${this.name}`, "");
  }

  set draft(text) {
    kept.write(`draft-${this.name}`, text);
  }
}

function clock(at) {
  const day = new Date(at);
  const today = new Date().toDateString() === day.toDateString();
  const time = { hour: "2-digit", minute: "2-digit" };
  return day.toLocaleString(document.documentElement.lang, today ? time : { month: "short", day: "numeric", ...time });
}
