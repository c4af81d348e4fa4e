"""Data packs: what a community writes down about itself, read and checked. Pure: files in, dataclasses out."""

from handlers.packs.faults import PackFault, PackInvalid
from handlers.packs.model import (
    CallCase,
    CareTrigger,
    Consent,
    DangerWords,
    Desk,
    Emergency,
    EmergencyGuide,
    Facility,
    FaqEntry,
    Handler,
    Innocent,
    Item,
    Need,
    Pack,
    PackPerson,
    Place,
    Series,
    Team,
    Tier,
)
from handlers.packs.reading import phrase_files, read_pack, texts_of_sheets
from handlers.packs.sheets import Sheet

__all__ = [
    "CallCase",
    "CareTrigger",
    "Consent",
    "DangerWords",
    "Desk",
    "Emergency",
    "EmergencyGuide",
    "Facility",
    "FaqEntry",
    "Handler",
    "Innocent",
    "Item",
    "Need",
    "Pack",
    "PackFault",
    "PackInvalid",
    "PackPerson",
    "Place",
    "Series",
    "Sheet",
    "Team",
    "Tier",
    "phrase_files",
    "read_pack",
    "texts_of_sheets",
]
