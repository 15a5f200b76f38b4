// Package api is a stub of the library.
package api

type Agent struct{}

func (a *Agent) ServiceDeregister(serviceID string) error                      { return nil }
func (a *Agent) ServiceDeregisterOpts(serviceID string, q *QueryOptions) error { return nil }
func (a *Agent) ServiceRegister(service *AgentServiceRegistration) error       { return nil }
func (a *Agent) ServiceRegisterOpts(service *AgentServiceRegistration, opts ServiceRegisterOpts) error {
	return nil
}

type AgentServiceRegistration struct {
	ID      string
	Name    string
	Port    int
	Address string
}

type Client struct{}

func (c *Client) Agent() *Agent { return nil }

type Config struct{}

type QueryMeta struct{}

type QueryOptions struct{}

type ServiceEntry struct{}

type ServiceRegisterOpts struct{}

func DefaultConfig() *Config                    { return nil }
func NewClient(config *Config) (*Client, error) { return nil, nil }
