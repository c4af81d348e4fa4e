// The chat page: puts the parts together.

import { Chat } from "./chats.js";
import { Composer } from "./composer.js";
import { Outbox } from "./outbox.js";
import { byId, framed, kept, make, newId, seat, toast, words } from "./page.js";
import { listen } from "./stream.js";
import { upload } from "./uploads.js";

const RELOAD_PAUSE_MS = 60000;
const chats = new Map();
const files = new Map(); // uploads by the page's own name: { chat, kind, file, view }
let current = null;

const act = {
  press(message, action) {
    const chat = chatOf(message.chat);
    chat.press(message.id, action);
    chat.messages.get(message.id).row.focus({ preventScroll: true });
    outbox.add("messages", message.chat, { press: { action, message: message.id } });
  },
  start: () => say(words["start-said"], { text: "/start" }),
  locate() {
    const failed = () => toast(words["place-failed"]);
    if (!navigator.geolocation) return failed();
    const found = ({ coords: { latitude, longitude } }) => outbox.add("position", current.name, { latitude, longitude });
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 20000 });
  },
  phone: () => composer.askPhone(),
  reply: (message) => composer.about({ reply_to: message.id }, message.text ?? ""),
  edit: (message) => composer.about({ edit_of: message.client }, message.text, message.text),
  retry: (message) => (files.has(message.client) ? sendFile(message.client) : outbox.retry(message.client)),
  remove(message) {
    files.delete(message.client);
    outbox.remove(message.client);
    current.drop(message.client);
  },
  enlarge(url) {
    byId("picture-image").src = url;
    byId("picture").showModal();
  },
  seen: (chat) => markRead(chat),
};

const outbox = new Outbox({
  onChange: showUnsent,
  onSent(item, message) {
    if (message) chatOf(item.chat).take([message]);
    else if (item.body.press) chatOf(item.chat).pressed(item.body.press.message);
  },
  onRefused(item, sentence, outdated) {
    if (outdated) return reloadOnce(sentence);
    if (sentence) toast(sentence);
    if (item.body.press || item.body.edit_of) outbox.remove(item.client);
    if (item.body.press) chatOf(item.chat).press(item.body.press.message, null);
    if (item.body.edit_of) composer.about({ edit_of: item.body.edit_of }, item.body.text, item.body.text);
  },
});

const composer = new Composer({
  onSay: (text, about) => say(text, { text, ...about }),
  onFile: (kind, file) => addFile(kind, file),
  onPlace: act.locate,
});

function say(shown, body) {
  outbox.add("messages", current.name, { ...body, shown: body.edit_of ? undefined : shown });
}

function showUnsent(item) {
  const chat = chatOf(item.chat);
  if (item.body.press || item.body.edit_of) return;
  const { latitude, longitude, shown, reply_to } = item.body;
  const position = latitude === undefined ? null : [latitude, longitude];
  chat.putLocal({ client: item.client, text: shown ?? "", position, reply_to, state: item.state });
}

function addFile(kind, file) {
  const client = newId();
  const sort = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "voice" : "file";
  files.set(client, { chat: current, kind, file, media: [{ kind: sort, url: URL.createObjectURL(file), name: file.name }] });
  sendFile(client);
}

async function sendFile(client) {
  const { chat, kind, file, media } = files.get(client);
  const show = (state, progress) => chat.putLocal({ client, media, state, progress });
  show("uploading", 0);
  try {
    const message = await upload({ client, chat: chat.name, kind, file }, (progress) => show("uploading", progress));
    files.delete(client);
    chat.take([message]);
    URL.revokeObjectURL(media[0].url);
  } catch (problem) {
    toast(problem.say);
    show("failed");
  }
}

function reloadOnce(sentence) {
  const last = Number(sessionStorage.getItem("reloaded") ?? 0);
  if (Date.now() - last < RELOAD_PAUSE_MS) return toast(sentence);
  sessionStorage.setItem("reloaded", String(Date.now()));
  location.reload();
}

function chatOf(name) {
  if (!chats.has(name)) {
    const chat = new Chat(name, act);
    chats.set(name, chat);
    byId("logs").append(chat.log);
    chat.show(false);
  }
  return chats.get(name);
}

function select(chat) {
  current = chat;
  for (const one of chats.values()) one.show(one === chat);
  composer.open(chat);
  kept.write("open", chat.name);
  markRead(chat);
  drawTabs();
}

// Also a phone of the demo's whose tab is not open.
function unseen() {
  return document.hidden || (framed && !window.frameElement.getClientRects().length);
}

function markRead(chat) {
  if (chat !== current || unseen()) return;
  chat.unread = 0;
  byId("down").hidden = true;
  drawTabs();
}

// A tab is changed where it stands: made anew it would lose the focus, or a click that has just begun.
function tabOf(chat) {
  if (!chat.tab) {
    chat.tab = make("button", { type: "button", className: "tab" });
    chat.tab.addEventListener("click", () => select(chat));
  }
  const badge = chat.unread ? [make("span", { className: "badge", text: String(chat.unread) })] : [];
  chat.tab.replaceChildren(chat.title || words.service, ...badge);
  chat.tab.setAttribute("aria-pressed", String(chat === current));
  return chat.tab;
}

function drawTabs() {
  const tabs = byId("tabs");
  const shown = [...chats.values()].filter((chat) => chat.listed);
  const drawn = shown.map(tabOf);
  tabs.hidden = shown.length < 2;
  if (drawn.length !== tabs.childElementCount || drawn.some((tab, place) => tab !== tabs.children[place])) {
    const focused = document.activeElement;
    tabs.replaceChildren(...drawn);
    if (drawn.includes(focused)) focused.focus();
  }
  const unread = shown.reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread ? `(${unread}) ${byId("title").textContent}` : byId("title").textContent;
  if (framed) window.parent.postMessage({ linli: "unread", seat, unread }, location.origin);
}

const handlers = {
  chats(list) {
    for (const chat of chats.values()) chat.listed = false;
    for (const one of list) {
      chatOf(one.chat).describe(one);
      if ("elder" in one) document.dispatchEvent(new CustomEvent("linli-elder", { detail: one.elder }));
      chatOf(one.chat).listed = true;
    }
    if (!current?.listed) select(chatOf("me"));
    composer.offer(current.menu);
    drawTabs();
  },
  messages({ messages, fresh }) {
    for (const name of fresh) chatOf(name).reset();
    for (const [name, chat] of chats) {
      const count = chat.take(messages.filter((message) => message.chat === name));
      const first = fresh.includes(name);
      if (first) chat.follow(true);
      else if (count && (chat !== current || !chat.stuck || unseen())) chat.unread += count;
      if (count && !first && chat === current && !chat.stuck) byId("down").hidden = false;
      if (first) setTimeout(() => chat.log.setAttribute("aria-live", "polite"), 500); // do not read out the past
    }
    drawTabs();
  },
  toast: ({ text }) => toast(text),
};

// Whoever types anywhere on the page types into the box: a digit answers from wherever one reads.
document.addEventListener("keydown", (event) => {
  const writes = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (writes && !event.target.closest("textarea, input, dialog, audio, video")) byId("words").focus();
});

byId("down").addEventListener("click", () => {
  current.follow(true);
  markRead(current);
});
byId("picture-close").addEventListener("click", () => byId("picture").close());
byId("picture").addEventListener("click", () => byId("picture").close());
document.addEventListener("visibilitychange", () => current.stuck && markRead(current));
window.addEventListener("online", () => outbox.work());
window.addEventListener("resize", () => current.follow(false));
window.addEventListener("message", (event) => {
  if (event.origin === location.origin && event.data?.linli === "shown" && current.stuck) markRead(current);
});

let wanted = kept.read("open", "me"); // the chat that was open before a reload
chatOf("me").listed = true;
select(chatOf("me"));
for (const item of outbox.items) showUnsent(item);
outbox.work();
listen({
  onEvent(name, data) {
    handlers[name](data);
    if (name !== "chats" || !wanted) return;
    if (chats.get(wanted)?.listed) select(chats.get(wanted));
    wanted = "";
  },
  onState(state) {
    byId("state").textContent = navigator.onLine ? words.connecting : words.offline;
    byId("state").hidden = state === "open";
    if (state === "open") outbox.work();
  },
});
