package model

// Monitoring: the growing stock of norms in force costs officials' time for
// ever (brief: mechanisms to watch over compliance press on human resources).

var MonitoringDays = param(ParamInfo{Name: "monitoring_days", Default: 0.8, Min: 0, Max: 10, Low: 0.4, High: 1.6, Unit: "official-days/year", From: Assumption, Mechanism: Monitoring,
	Source: "brief: more norms need mechanisms to monitor compliance; size: assumption",
	Text:   Text{"trabajo anual μ de cada miembro por norma vigente", "yearly work μ of each member per norm in force"}})

func (w *world) monitoringDays() float64 {
	if !w.on(Monitoring) {
		return 0
	}
	return w.p[MonitoringDays]
}

// monitoringLoad is one member's part, official-days per year.
func (w *world) monitoringLoad() float64 {
	return w.norms * w.monitoringDays() * (1 - w.taken(SecretariatMonitoring))
}
