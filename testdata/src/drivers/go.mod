module drivers

go 1.26

require (
	company.example/wait v1.0.0
	github.com/spf13/cobra v1.10.2
)
