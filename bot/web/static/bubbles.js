// How one message looks. Everything is built from text nodes.

import { linked } from "./links.js";
import { make, words } from "./page.js";

const TINTS = 6;

// `message` is what the server tells, or the same shape for what is still on its way (with `state` and `progress`).
// `act` holds what the buttons do: press, locate, phone, reply, edit, retry, remove, enlarge.
export function bubble(message, act, { group, pressing }) {
  const sender = message.own ? "" : message.member || words.service;
  const row = make("article", { className: `message ${message.own ? "own" : "other"}`, tabindex: "-1" });
  row.append(make("span", { className: "heard", text: `${heard(message, sender)}: ` }));
  row.append(avatar(message, sender));
  const column = make("div", { className: "column" });
  if (group && !message.own) column.append(make("span", { className: "name", text: sender, "aria-hidden": "true" }));
  if (message.quote) column.append(make("p", { className: "quote", text: message.quote }));
  column.append(...mediaView(message.media ?? [], act));
  if (message.position) column.append(positionView(message.position));
  if (message.text) column.append(words_of(message));
  if (message.buttons?.length) column.append(choices(message, act, pressing));
  if (message.wants) column.append(wish(message, act));
  column.append(...footer(message, act, group));
  row.append(column);
  return row;
}

function heard(message, sender) {
  if (message.own) return words["you-said"];
  return message.member ? `${sender} ${words["member-said"]}` : sender;
}

function avatar(message, sender) {
  if (!message.own && !message.member) {
    return make("img", { className: "avatar", src: "/static/icon.svg", alt: "", width: "44", height: "44" });
  }
  if (message.own) return make("span", { className: "avatar me", text: words.me, "aria-hidden": "true" });
  const tint = Array.from(sender).reduce((sum, char) => sum + char.codePointAt(0), 0) % TINTS;
  return make("span", { className: `avatar tint-${tint}`, text: Array.from(sender).pop(), "aria-hidden": "true" });
}

function words_of(message) {
  const text = make("p", { className: "words", dir: "auto" });
  let end = 0;
  const letters = Array.from(message.text); // the server counts characters, a browser halves of some
  for (const [from, to] of message.bold ?? []) {
    text.append(linked(letters.slice(end, from).join("")), make("strong", {}, linked(letters.slice(from, to).join(""))));
    end = to;
  }
  text.append(linked(letters.slice(end).join("")));
  return text;
}

function choices(message, act, pressing) {
  const done = message.chosen !== null || pressing;
  const group = make("div", { className: "choices", role: "group", "aria-label": message.text || words.service });
  group.addEventListener("keydown", walk);
  const short = message.buttons.every(([label]) => Array.from(label).length <= 4) && message.buttons.length > 2;
  if (short) group.classList.add("short");
  message.buttons.forEach(([label, action], index) => {
    const chosen = message.chosen === index || pressing === action;
    const button = make("button", { type: "button", className: "choice", text: label });
    button.disabled = done;
    if (chosen) {
      button.classList.add("chosen");
      button.append(make("span", { className: "heard", text: ` (${words.chosen})` }));
    }
    button.addEventListener("click", () => act.press(message, action));
    group.append(button);
  });
  return group;
}

// The arrow keys go from choice to choice, beside Tab.
function walk(event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button:enabled")];
  const next = buttons.indexOf(document.activeElement) + step;
  buttons[(next + buttons.length) % buttons.length]?.focus();
}

function wish(message, act) {
  const button = make("button", { type: "button", className: "choice", text: message.wants_label || words.place });
  button.addEventListener("click", () => (message.wants === "position" ? act.locate() : act.phone()));
  return make("div", { className: "choices" }, button);
}

// Several photos stand side by side, in the order in which they came; everything else one below the other.
function mediaView(media, act) {
  const photos = media.filter((medium) => medium.kind === "photo");
  if (photos.length < 2) return media.map((medium) => mediumView(medium, act));
  const gallery = make("div", { className: "gallery", role: "group", "aria-label": words.photo });
  gallery.append(...photos.map((medium) => mediumView(medium, act)));
  return [gallery, ...media.filter((medium) => medium.kind !== "photo").map((medium) => mediumView(medium, act))];
}

function mediumView(medium, act) {
  if (medium.kind === "sticker") return stickerView(medium);
  if (medium.kind === "photo") {
    const image = make("img", { src: medium.url, alt: words.photo, loading: "lazy" });
    const button = make("button", { type: "button", className: "photo", "aria-label": words.photo }, image);
    button.addEventListener("click", () => act.enlarge(medium.url));
    return button;
  }
  if (medium.kind === "voice") return make("audio", { className: "sound", src: medium.url, controls: "", preload: "metadata" });
  if (medium.kind === "video") return make("video", { className: "film", src: medium.url, controls: "", preload: "metadata" });
  const name = medium.name || "file";
  return make("a", { className: "file", text: name, href: medium.url, download: name, title: words.download });
}

// A sticker is a picture or a film; a drawn one (TGS) no browser shows: its emoji stands for it.
function stickerView(medium) {
  if (medium.mime === "image/webp") return make("img", { className: "sticker", src: medium.url, alt: medium.name || words.photo });
  if (medium.mime === "video/webm") {
    const film = make("video", { className: "sticker", autoplay: "", loop: "", playsinline: "", "aria-label": medium.name });
    film.muted = true; // without it no browser plays by itself
    film.src = medium.url;
    return film;
  }
  return make("p", { className: "sticker words", text: medium.name || "🙂" });
}

function positionView([latitude, longitude]) {
  const shown = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return make("a", { className: "place", text: `${words.place}  ${shown}`, href: `geo:${latitude},${longitude}` });
}

function footer(message, act, group) {
  const line = make("div", { className: "footer" });
  const small = (word, action) => {
    const button = make("button", { type: "button", className: "small-button", text: words[word] });
    button.dataset[word] = "";
    button.addEventListener("click", () => action(message));
    line.append(button);
  };
  if (message.state === "uploading") {
    const bar = make("progress", { max: "1", "aria-label": words.uploading });
    bar.value = message.progress ?? 0;
    line.append(bar);
  } else if (message.state) {
    line.append(make("span", { className: `sending ${message.state}`, text: words[message.state] }));
  } else if (message.edited) {
    line.append(make("span", { text: words.edited }));
  }
  if (message.state === "failed") {
    small("retry", act.retry);
    small("remove", act.remove);
  }
  if (message.editable) small("edit", act.edit);
  if (group && !message.own && !message.state) small("reply", act.reply);
  return line.childNodes.length ? [line] : [];
}
