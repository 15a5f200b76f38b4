// Package prometheus is a stub of the library.
package prometheus

import dto "github.com/prometheus/client_model/go"

type Collector interface {
	Describe(chan<- *Desc)
	Collect(chan<- Metric)
}

type CounterVec struct{}

type Desc struct{}

type Gatherer interface {
	Gather() ([]*dto.MetricFamily, error)
}

type Metric interface {
	Desc() *Desc
	Write(*dto.Metric) error
}

type Registerer interface {
	Register(Collector) error
	MustRegister(...Collector)
	Unregister(Collector) bool
}

type TransactionalGatherer interface {
	Gather() (_ []*dto.MetricFamily, done func(), err error)
}
