package all

import (
	_ "serverclose/missing-shutdown/commands-cobra-register/cmd/serve"
	_ "serverclose/missing-shutdown/commands-cobra-register/cmd/version"
)
