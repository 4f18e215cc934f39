"""What authors write in an editor: right, and with slips."""

from __future__ import annotations

FRONT_MATTER = """\
title: Day 1
event: EuroPython 2020
date: 2020-07-23
authors: [Ann Lee, Bob Ray]
tags: python, testing
categories:
  - one, two
language: no
draft: true
layout: post
image:
  path: /a.png
talk-patterns: "## {title} ({speakers})"
skip-headings: [Introduction, Thanks/*]
list-talks: false
talks:
  - Glossaries
  - title: The index
    speakers: [Bo Oyelaran, Teodora Quill]
    kind: panel
    status: Missed
    day: 2
    start: "10:30"
    duration: 30
    room: 101
    rating: 4
    links:
      transcript: https://example.org/
  - title: 2020
    rating: "5"
    links:
      - label: a
        url: https://example.org/
"""
DATA = """\
speakers:
  ann:
    name: Ann Lee
    aliases: [A. Lee]
    mastodon: "@ann@example.org"
    links:
      blog: https://ann.example/
  bob:
authors:
  squidfunk:
    name: Martin Donath
    description: Creator
    avatar: https://example.org/a.png
events:
  con-2020:
    name: Con 2020
    start: "2020-07-23"
    timezone: Europe/Berlin
    coordinates: [52.52, 13.405]
    programme: [a.json, b.json]
topics:
  k8s:
    name: Kubernetes
    aliases: [kube, "k 8 s"]
    parent: cloud
    description: Containers by the dozen.
  cloud:
"""
METADATA = """\
posts/*:
  author: Ann Lee
  tags: [reading]
posts/2020/*:
  event: null
  talks: [One]
other/*: null
"""
GOOD = (
    ("front-matter", FRONT_MATTER),
    ("front-matter", "event: x\ntalk: true\nspeakers: Ann\nrating: 5\nstatus: draft\n"),
    ("data", DATA),
    ("data", "events: {a: {coordinates: 52°N 13°E}, b: {coordinates: {lat: 1, lon: 2}}}"),
    ("data", ""),
    ("data", "topics:\n  - Cloud\n  - name: Kubernetes\n    parent: cloud\n  - key: ml\n"),
    ("metadata", METADATA),
)
SLIPS = (
    ("front-matter", "event: x\ntalks:\n  - titel: One\n", 3),
    ("front-matter", "talks:\n  - title: One\n    kind: pannel\n", 3),
    ("front-matter", "talks:\n  - title: One\n    rating: 7\n", 3),
    ("front-matter", "talks:\n  - title: One\n    speeker: Ann\n", 3),
    ("front-matter", "event: x\ntalks: One\n", 2),
    ("front-matter", "event: x\nkind: pannel\n", 2),
    ("data", "speaker:\n  ann: {}\n", 1),
    ("data", "events:\n  con:\n    strat: 2020\n", 3),
    ("data", "speakers: [Ann]\n", 1),
    ("data", "topics:\n  k8s:\n    parnet: cloud\n", 3),
    ("data", "topics:\n  - parent: cloud\n", 2),
    ("metadata", "posts/*:\n  talks: One\n", 2),
)
"""The schema, a text, and the line that an editor marks."""
