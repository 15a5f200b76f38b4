// Package registries deregisters, from each registry, when the server has stopped.
package registries

import (
	"context"
	"net/http"
	"time"

	"github.com/go-kratos/kratos/v2/registry"
	"github.com/hashicorp/consul/api"
	"github.com/hudl/fargo"
	"github.com/nacos-group/nacos-sdk-go/v2/clients/naming_client"
	"github.com/nacos-group/nacos-sdk-go/v2/vo"
)

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func consul(ctx context.Context, srv *http.Server, agent *api.Agent) error {
	if err := agent.ServiceRegister(&api.AgentServiceRegistration{ID: "orders-1"}); err != nil {
		return err
	}
	<-ctx.Done()
	shutdown(srv)
	return agent.ServiceDeregister("orders-1") // want `\(serverclose/wrong-order\)`
}

func nacos(ctx context.Context, srv *http.Server, client naming_client.INamingClient) error {
	if _, err := client.RegisterInstance(vo.RegisterInstanceParam{ServiceName: "orders"}); err != nil {
		return err
	}
	<-ctx.Done()
	shutdown(srv)
	_, err := client.DeregisterInstance(vo.DeregisterInstanceParam{ServiceName: "orders"}) // want `\(serverclose/wrong-order\)`
	return err
}

func eureka(ctx context.Context, srv *http.Server, conn *fargo.EurekaConnection, instance *fargo.Instance) error {
	if err := conn.RegisterInstance(instance); err != nil {
		return err
	}
	<-ctx.Done()
	shutdown(srv)
	return conn.DeregisterInstance(instance) // want `\(serverclose/wrong-order\)`
}

func kratos(ctx context.Context, srv *http.Server, registrar registry.Registrar, instance *registry.ServiceInstance) error {
	if err := registrar.Register(ctx, instance); err != nil {
		return err
	}
	<-ctx.Done()
	shutdown(srv)
	return registrar.Deregister(context.WithoutCancel(ctx), instance) // want `\(serverclose/wrong-order\)`
}
