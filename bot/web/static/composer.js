// Where one writes: the growing box, the panel of tiles, and what the words are about.

import { byId, make, words } from "./page.js";

export class Composer {
  // onSay(text, about), onFile(kind, file), onPlace()
  constructor({ onSay, onFile, onPlace }) {
    this.box = byId("words");
    this.onSay = onSay;
    this.refers = {};
    this.chat = null;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("keydown", (event) => {
      // While a Chinese word is being composed, Enter belongs to the input method.
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
        event.preventDefault();
        this.send();
      }
      if (event.key === "Escape") this.stopReferring();
    });
    this.box.addEventListener("input", () => this.grow());
    byId("about-cancel").addEventListener("click", () => this.stopReferring());
    byId("more").addEventListener("click", () => this.unfold(byId("panel").hidden));
    byId("panel").addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.unfold(false);
        byId("more").focus();
      }
    });
    byId("place").addEventListener("click", () => {
      this.unfold(false);
      onPlace();
    });
    for (const kind of ["photo", "voice", "file"]) {
      byId(kind).addEventListener("change", () => {
        for (const file of byId(kind).files) onFile(kind, file);
        byId(kind).value = "";
        this.unfold(false);
      });
    }
  }

  get text() {
    return this.box.value;
  }

  // Shows a chat's draft and menu.
  open(chat) {
    this.chat = null;
    this.about({}, "", chat.draft);
    this.chat = chat;
    this.offer(chat.menu);
    this.grow();
  }

  offer(menu) {
    byId("menu").replaceChildren(
      ...menu.map(([command, description]) => {
        const button = make("button", { type: "button", className: "menu-button", text: description });
        button.addEventListener("click", () => {
          this.unfold(false);
          this.onSay(`/${command}`, { shown: description });
        });
        return button;
      }),
    );
  }

  // The next words answer or change an earlier message; `text` is put into the box.
  about(refers, shown, text) {
    this.refers = refers;
    byId("about").hidden = !shown;
    byId("about-words").textContent = refers.edit_of ? words.edit : `${words.reply}: ${shown}`;
    if (text !== undefined) this.box.value = text;
    if (shown) this.box.focus();
    this.grow();
  }

  // An answer keeps what is written; what was put here to be changed goes.
  stopReferring() {
    this.about({}, "", this.refers.edit_of ? "" : this.text);
    this.box.focus();
  }

  askPhone() {
    this.box.inputMode = "tel";
    this.box.focus();
  }

  unfold(open) {
    byId("panel").hidden = !open;
    byId("more").setAttribute("aria-expanded", String(open));
    byId("more").classList.toggle("open", open);
    this.chat?.follow(false);
  }

  send() {
    const text = this.text;
    if (!text.trim()) return;
    this.box.value = "";
    this.box.inputMode = "";
    this.onSay(text, this.refers);
    this.about({}, "");
    this.unfold(false);
  }

  grow() {
    if (this.chat) this.chat.draft = this.refers.edit_of ? "" : this.text;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
    byId("send").classList.toggle("ready", Boolean(this.text.trim()));
    this.chat?.follow(false);
  }
}
