"""The station's own affairs: meetings, inspections, publicity, surveys, complaints."""
