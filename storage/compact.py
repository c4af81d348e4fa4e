"""JSON without spaces, with an encoder that is made once: `json.dumps` with options makes one at every call."""

import json

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
