// The demo's page: on a narrow screen one phone at a time, with tabs that tell where something is new.

const tabs = [...document.querySelectorAll("[data-phone]")];

function show(tab) {
  for (const one of tabs) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    const phone = document.getElementById(`phone-${one.dataset.phone}`);
    phone.classList.toggle("shown", chosen);
    if (chosen) phone.querySelector("iframe").contentWindow.postMessage({ linli: "shown" }, location.origin);
  }
  tab.classList.remove("news");
}

for (const [index, tab] of tabs.entries()) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(index + step + tabs.length) % tabs.length];
    next.focus();
    show(next);
  });
}

window.addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.data?.linli !== "unread") return;
  const tab = tabs.find((one) => one.dataset.phone === event.data.seat);
  if (tab) tab.classList.toggle("news", event.data.unread > 0 && tab.getAttribute("aria-selected") !== "true");
});

show(tabs[0]);
