"""The first start: station, county, restore or a look around."""
