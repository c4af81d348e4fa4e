"""A liaison station, as everybody may know it: its name, phone and hours, and what it can do."""

from dataclasses import dataclass

from handlers.message import Named, Text
from handlers.packs.model import Facility
from handlers.turn import Speaker
from storage import places

NAMED = 8  # services; a longer list is not read
MARKS = ("联络服务站", "liaison station")  # in the name of a station among a pack's facilities


@dataclass(frozen=True, slots=True)
class Station:
    """A station's name, phone (empty where there is none) and hours; the services, by their names."""

    name: Named
    phone: str
    hours: Named
    services: tuple[Named, ...]


def of_place(speaker: Speaker, place_id: int) -> Station:
    """The station of a place: its own, the nearest one above, or the service desk where the pack names no station."""
    pack = speaker.community.pack
    services = tuple(Named(each.name, each.name_en) for each in pack.series)
    found = _facility(speaker, place_id)
    if found is not None:
        hours = Named(found.hours, found.hours_en)
        return Station(Named(found.name, found.name_en), found.phone or pack.desk.phone, hours, services)
    desk = pack.desk
    return Station(Named(desk.name, desk.name_en), desk.phone, Named(desk.hours, desk.hours_en), services)


def lines(station: Station) -> list[Text]:
    """Name with phone and hours, and what it can do: a line each."""
    values = {"station": station.name, "phone": station.phone, "hours": station.hours}
    services = {"services": list(station.services[:NAMED]), "n": len(station.services)}
    return [Text("service-card-station", values), Text("service-card-services", services)]


def _facility(speaker: Speaker, place_id: int) -> Facility | None:
    stations = [
        each
        for each in speaker.community.pack.facilities
        if any(mark in f"{each.name} {each.name_en}" for mark in MARKS)
    ]
    upwards = reversed(places.line(speaker.tx, places.read(speaker.tx, place_id)))
    return next((each for place in upwards for each in stations if each.place == place.code), None)
