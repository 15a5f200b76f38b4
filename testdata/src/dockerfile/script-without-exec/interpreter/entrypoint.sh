app # want `run .ENTRYPOINT of .*. starts app without exec`
