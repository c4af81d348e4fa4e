// Listens to the server's events, for ever: after every break it resumes after the last event it got.

import { framed, seat } from "./page.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;

export function listen({ onEvent, onState }) {
  let source = null;
  let position = "";
  let wait = FIRST_WAIT;
  let timer = 0;

  function open() {
    close();
    if (framed && document.hidden) return; // a browser allows six connections to a server, and the demo needs three
    source = new EventSource(`/chat/${seat}/events?after=${encodeURIComponent(position)}`);
    source.onopen = () => {
      wait = FIRST_WAIT;
      onState("open");
    };
    source.onerror = () => {
      close();
      onState("broken");
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
    for (const name of ["chats", "messages", "toast"]) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId) position = event.lastEventId;
        onEvent(name, JSON.parse(event.data));
      });
    }
  }

  function close() {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
  }

  window.addEventListener("online", open);
  window.addEventListener("pageshow", (event) => event.persisted && open());
  document.addEventListener("visibilitychange", () => {
    if (framed && document.hidden) close();
    else if (!document.hidden && !source) open();
  });
  open();
}
