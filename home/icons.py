"""The icons: a 24-grid, lines with round ends, in the colour of the text."""

ICONS = {
    "again": '<path d="M5 12a7 7 0 1 0 2.2-5.1M5 3v5h5"/>',
    "arrow": '<path d="M4 12h15m-6-6 6 6-6 6"/>',
    "back": '<path d="M20 12H5m6-6-6 6 6 6"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 11h16M8 3v5m8-5v5"/>',
    "check": '<path d="m4 12.5 5.5 5.5L20 6.5"/>',
    "cross": '<path d="m5 5 14 14M19 5 5 19"/>',
    "down": '<path d="M12 3v12m-5-5 5 5 5-5M4 20h16"/>',
    "duo": '<path d="M6 3v11m4-11v6m4 12V10m4 11v-6"/>',
    "feed": '<path d="M5 5a14 14 0 0 1 14 14M5 11a8 8 0 0 1 8 8m-8-1v.1"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6m0-10v.1"/>',
    "keep": '<path d="M6 3h12v18l-6-5-6 5zM12 6v6m-3-3h6"/>',
    "mail": '<path d="M3 6h18v13H3zm0 1 9 7 9-7"/>',
    "pin": '<path d="M12 21s7-6.3 7-11a7 7 0 1 0-14 0c0 4.7 7 11 7 11z"/>'
    '<circle cx="12" cy="10" r="2.3"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "share": '<path d="M12 15V3m-4 4 4-4 4 4M5 12v8h14v-8"/>',
    "swap": '<path d="M4 8h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4"/>',
    "wait": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "warn": '<path d="M12 3 2 20h20zM12 10v4m0 3v.1"/>',
}
