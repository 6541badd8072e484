"""Those who work at the station: posts, certificates, training, supervision, pay."""
