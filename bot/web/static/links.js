// Turns addresses and phone numbers in plain text into links; a request's number is not broken over two lines.

import { make } from "./page.js";

const EMERGENCY = "110|119|120|122|999|12110|12119|12120|12122|12333|12338|12345|12348|12349|12355|12356|12377|12393|95598";
const PHONE = "(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]\\d{7,8}|[48]00[- ]?\\d{3}[- ]?\\d{4}";
// "120 yuan", "No. 110" and "110 m" are no emergency numbers.
const UNIT = "(?!\\s*(?:元|块|角|分|秒|小时|天|周|个|年|月|日|号楼|号院|号房|栋|幢|室|楼|层|户|岁|人|米|平|斤|公|千|毫|厘|次|条|份|页|%|％|km|kg|m|yuan|min))";
const PATTERN = new RegExp(
  `(\\d{8}-\\d{4,6}(?!\\d))|(https?://[^\\s<>"'，。！？；：、（）《》【】「」]+)|(${PHONE}|(?:${EMERGENCY})${UNIT})(?![\\d\\w]|[-.:]\\d)`,
  "g",
);
// What may not stand before a number. Looked at by hand: older phones know no look-behind.
const PART_OF_MORE = /[\w.:/#+第-]/;

export function linked(text) {
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(PATTERN)) {
    const [all, number, address] = match;
    if (!address && match.index && PART_OF_MORE.test(text[match.index - 1])) continue;
    const shown = address ? address.replace(/[.,!?;:)\]]+$/, "") : all;
    const view = number ? make("span", { className: "whole", text: number }) : address ? webLink(shown) : phoneLink(shown);
    parts.append(text.slice(end, match.index), view);
    end = match.index + shown.length;
  }
  parts.append(text.slice(end));
  return parts;
}

function webLink(address) {
  return make("a", { text: address, href: address, target: "_blank", rel: "noopener noreferrer" });
}

function phoneLink(number) {
  return make("a", { className: "phone-link", text: number, href: `tel:${number.replace(/[^\d+]/g, "")}` });
}
