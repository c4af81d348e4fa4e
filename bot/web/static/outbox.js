// What was written but is not yet taken by the server. Kept across reloads, sent in order, again and again under the
// same id, so that nothing is lost and nothing counts twice.

import { csrf, kept, newId, seat } from "./page.js";

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30000;

export class Outbox {
  // onChange(item) tells of a new state: sending, waiting, failed; onSent(item, message); onRefused(item, sentence,
  // outdated): the server will not have it, or this page must be loaded anew.
  constructor({ onChange, onSent, onRefused }) {
    this.items = kept.read("unsent", []);
    this.onChange = onChange;
    this.onSent = onSent;
    this.onRefused = onRefused;
    this.wait = FIRST_WAIT;
    this.timer = 0;
    this.busy = false;
    for (const item of this.items) if (item.state === "sending") item.state = "waiting";
  }

  // kind is "messages" or "position"; body is what is posted besides the ids.
  add(kind, chat, body) {
    const item = { client: newId(), kind, chat, body, at: Date.now(), state: "sending" };
    this.items.push(item);
    this.keep();
    this.onChange(item);
    this.work();
    return item;
  }

  retry(client) {
    for (const item of this.items) if (item.client === client) item.state = "waiting";
    this.work();
  }

  remove(client) {
    this.items = this.items.filter((item) => item.client !== client);
    this.keep();
  }

  // Sends what waits, one after the other. Call it whenever there may be a connection again.
  async work() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      for (;;) {
        const item = this.items.find((one) => one.state !== "failed");
        if (!item || !(await this.send(item))) break;
      }
    } finally {
      this.busy = false;
    }
  }

  async send(item) {
    this.change(item, "sending");
    let answer = null;
    try {
      answer = await post(`/chat/${seat}/${item.kind}`, { client_id: item.client, chat: item.chat, ...item.body });
    } catch {
      // no connection
    }
    if (answer?.ok) {
      this.wait = FIRST_WAIT;
      const { message } = await answer.json().catch(() => ({ message: null }));
      this.remove(item.client);
      this.onSent(item, message);
      return true;
    }
    if (answer && answer.status < 500 && answer.status !== 429) {
      const { say = "", error = "" } = await answer.json().catch(() => ({}));
      const outdated = error === "session" || error === "csrf";
      this.change(item, outdated ? "waiting" : "failed");
      this.onRefused(item, say, outdated);
      return !outdated;
    }
    this.change(item, "waiting");
    this.timer = setTimeout(() => this.work(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }

  change(item, state) {
    item.state = state;
    this.keep();
    this.onChange(item);
  }

  keep() {
    kept.write("unsent", this.items);
  }
}

function post(address, body) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30000);
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
    body: JSON.stringify(body),
    credentials: "same-origin",
    signal: stop.signal,
  });
}
