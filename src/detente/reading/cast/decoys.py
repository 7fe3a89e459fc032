"""Names that hold an actor's name and mean something else: places, papers, treaties."""

from __future__ import annotations

DECOYS = (
    "Framework Agreement on the Bangsamoro", "Comprehensive Agreement on the Bangsamoro",
    "Bangsamoro Organic Law", "Bangsamoro Basic Law",
    "Latin America", "South America", "Central America", "North America", "Bank of America",
    "Voice of America", "New Mexico", "New England", "South China Sea", "East China Sea",
    "Gulf of Guinea", "Gulf of Oman", "Gulf of Aden", "Persian Gulf", "Sea of Japan",
    "Jordan River", "River Jordan", "Jordan Valley", "Lake Chad", "Lake Chad Basin",
    "Niger Delta", "Niger River", "River Niger", "Panama Canal", "West Bank", "West Africa",
    "West Asia", "West Darfur", "West Kordofan", "West Papua", "West Beirut", "West Belfast",
    "West Jerusalem", "West Nile", "West Virginia", "Washington Post", "Washington Times",
    "Washington Institute", "New York", "New York Times", "Moscow Times", "Kyiv Post",
    "Kyiv Independent", "Times of India", "Times of Israel", "Jerusalem Post", "Russia Today",
    "China Daily", "Tehran Times", "Sudan Tribune", "Al Jazeera", "Al Arabiya",
    "Geneva convention", "Geneva conventions", "Paris agreement", "Vienna convention",
    "Rome Statute", "Dayton accords", "Minsk agreement", "Minsk agreements", "Minsk accords",
    "Minsk protocol", "Minsk II", "Oslo accords", "Oslo agreement", "Oslo process",
    "Algiers agreement", "Algiers accord", "Abuja agreement", "Cairo agreement", "Doha agreement",
    "Riyadh agreement", "Jeddah declaration", "Stockholm agreement", "Pretoria agreement",
    "Lusaka protocol", "Lusaka agreement", "Arusha accords", "Arusha agreement",
    "Linas-Marcoussis agreement", "Budapest memorandum", "Belfast agreement",
    "Good Friday agreement", "Helsinki memorandum", "Helsinki agreement", "Tashkent declaration",
    "Simla agreement", "Tripoli agreement", "Taif agreement", "Indian Ocean",
    "American University", "Georgia Tech", "Atlanta, Georgia",
    "European Union Monitoring Mission", "Arab Spring", "Arab Peace Initiative", "Arab world",
    "Syrian Arab News Agency", "Islamic State of Afghanistan", "Camp David", "Kuwait Airways",
    "Turkish Airlines", "Emirates airline", "Qatar Airways", "Chad Basin", "Gaza Strip",
    "Red Sea", "Black Sea", "Horn of Africa", "South Lebanon", "South Kordofan", "South Kivu",
    "South Darfur", "South Hebron Hills", "Western Sahara region",
    "Western Equatoria", "Western Kordofan", "Western Wall", "Western Galilee", "Geneva process",
    "Dayton agreement", "Minsk deal", "Minsk process", "Doha deal", "Doha process",
)  # fmt: skip
"""They are found as names and passed over."""
