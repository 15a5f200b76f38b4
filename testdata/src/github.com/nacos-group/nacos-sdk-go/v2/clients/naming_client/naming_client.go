// Package naming_client is a stub of the library.
package naming_client

import (
	"github.com/nacos-group/nacos-sdk-go/v2/vo"
)

type INamingClient interface {
	RegisterInstance(param vo.RegisterInstanceParam) (bool, error)
	BatchRegisterInstance(param vo.BatchRegisterInstanceParam) (bool, error)
	DeregisterInstance(param vo.DeregisterInstanceParam) (bool, error)
	CloseClient()
}
