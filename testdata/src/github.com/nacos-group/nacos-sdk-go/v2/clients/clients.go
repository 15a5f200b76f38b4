// Package clients is a stub of the library.
package clients

import (
	"github.com/nacos-group/nacos-sdk-go/v2/clients/naming_client"
	"github.com/nacos-group/nacos-sdk-go/v2/vo"
)

func NewNamingClient(param vo.NacosClientParam) (iClient naming_client.INamingClient, err error) {
	return *new(naming_client.INamingClient), nil
}
