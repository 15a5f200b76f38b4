package all

import (
	_ "serverclose/missing-shutdown/silent-commands-cobra-register/cmd/serve"
	_ "serverclose/missing-shutdown/silent-commands-cobra-register/cmd/version"
)
