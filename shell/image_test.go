package shell

import "testing"

func TestTheNameOfAnImageTellsItsShell(t *testing.T) {
	for ref, want := range map[string]Family{
		"debian":                                     Dash,
		"debian:12-slim":                             Dash,
		"golang:1.23":                                Dash,
		"golang:1.23-bookworm":                       Dash,
		"golang:1.23-alpine":                         BusyBox,
		"golang:1.23-alpine3.20":                     BusyBox,
		"golang:1.10-alpine3.7":                      OldBusyBox,
		"golang:1.23-nanoserver":                     Windows,
		"golang:${VERSION}-alpine":                   BusyBox,
		"golang:${VERSION}":                          Unknown,
		"$REGISTRY/golang:1.23":                      Unknown,
		"alpine":                                     BusyBox,
		"alpine:edge":                                BusyBox,
		"alpine:3":                                   BusyBox,
		"alpine:3.8":                                 BusyBox,
		"alpine:3.5":                                 OldBusyBox,
		"busybox:1.36-glibc":                         BusyBox,
		"busybox:1.27":                               OldBusyBox,
		"docker:24-dind":                             BusyBox,
		"frolvlad/alpine-glibc":                      BusyBox,
		"docker.io/library/python:3":                 Dash,
		"docker.io/python:3":                         Dash,
		"library/python:3":                           Dash,
		"arm64v8/node:20":                            Dash,
		"mirror.gcr.io/library/node:20-alpine":       BusyBox,
		"public.ecr.aws/docker/library/ruby:3.3":     Dash,
		"python:3@sha256:0123456789abcdef":           Dash,
		"alpine@sha256:0123456789abcdef":             BusyBox,
		"localhost:5000/python:3":                    Unknown,
		"ghcr.io/acme/base:1":                        Unknown,
		"acme/python":                                Unknown,
		"eclipse-temurin:21":                         Dash,
		"eclipse-temurin:21-ubi9-minimal":            Bash,
		"openjdk:8-jre":                              Dash,
		"openjdk:17":                                 Bash,
		"openjdk:17-slim":                            Dash,
		"openjdk:17-bullseye":                        Dash,
		"maven:3":                                    Unknown,
		"nvidia/cuda:12.4.1-base-ubuntu22.04":        Dash,
		"nvidia/cuda:12.4.1-base-rockylinux9":        Bash,
		"fedora:40":                                  Bash,
		"amazoncorretto:21":                          Bash,
		"amazoncorretto:21-alpine":                   BusyBox,
		"registry.access.redhat.com/ubi9/python-312": Bash,
		"mcr.microsoft.com/dotnet/aspnet:8.0":        Dash,
		"mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled": NoShell,
		"mcr.microsoft.com/dotnet/aspnet:8.0-cbl-mariner2.0": Bash,
		"mcr.microsoft.com/dotnet/framework/aspnet:4.8":      Windows,
		"mcr.microsoft.com/windows/servercore:ltsc2022":      Windows,
		"scratch":                           NoShell,
		"gcr.io/distroless/static-debian12": NoShell,
		"gcr.io/distroless/base:debug":      NoShell,
		"cgr.dev/chainguard/static":         NoShell,
		"cgr.dev/chainguard/go:latest-dev":  BusyBox,
		"cgr.dev/chainguard/wolfi-base":     BusyBox,
		"cgr.dev/chainguard/":               NoShell,
		"":                                  Unknown,
		":@/-":                              Unknown,
	} {
		if got := OfImage(ref); got != want {
			t.Errorf("OfImage(%q) = %q, want %q", ref, got, want)
		}
	}
}

func TestTheNameOfAnInterpreterTellsItsFamily(t *testing.T) {
	for _, tc := range []struct {
		name  string
		sh    Family
		want  Family
		shell bool
	}{
		{"/bin/sh", Dash, Dash, true},
		{"sh", BusyBox, BusyBox, true},
		{"sh", Unknown, Unknown, true},
		{"/busybox/sh", NoShell, BusyBox, true},
		{"/bin/bash", Dash, Bash, true},
		{"bash", BusyBox, Bash, true},
		{"ash", OldBusyBox, OldBusyBox, true},
		{"/bin/ash", Unknown, BusyBox, true},
		{"dash", Dash, Dash, true},
		{"dash", BusyBox, UpstreamDash, true},
		{"fish", Dash, Unknown, true},
		{"powershell", Unknown, Windows, true},
		{`C:\Windows\System32\cmd.exe`, Unknown, Windows, true},
		{"/app", Dash, Unknown, false},
		{"", Dash, Unknown, false},
	} {
		if got, shell := Named(tc.name, tc.sh); got != tc.want || shell != tc.shell {
			t.Errorf("Named(%q, %q) = %q, %v, want %q, %v", tc.name, tc.sh, got, shell, tc.want, tc.shell)
		}
	}
}
