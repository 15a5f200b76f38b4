// Package vo is a stub of the library.
package vo

type BatchRegisterInstanceParam struct{}

type DeregisterInstanceParam struct {
	Ip          string
	Port        uint64
	Cluster     string
	ServiceName string
	GroupName   string
	Ephemeral   bool
}

type NacosClientParam struct{}

type RegisterInstanceParam struct {
	Ip          string
	Port        uint64
	Weight      float64
	Enable      bool
	Healthy     bool
	Metadata    map[string]string
	ClusterName string
	ServiceName string
	GroupName   string
	Ephemeral   bool
}
