app # want `run starts app without exec`
