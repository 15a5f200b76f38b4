package shell

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// OfImage returns the family of /bin/sh in an image, judged by its name: `golang:1.23` is built on Debian,
// `golang:1.23-alpine` on Alpine. A part that is not known, as in `golang:${VERSION}`, may stand in it as $….
// The names are general knowledge of public images; a private image is Unknown.
func OfImage(ref string) Family {
	name, tag := splitReference(ref)
	if name == "scratch" {
		return NoShell
	}
	words := append(strings.FieldsFunc(name, isSeparator), strings.FieldsFunc(tag, isSeparator)...)
	if family, ok := byFlavour(words); ok {
		return family
	}
	if strings.Contains(name, "$") || strings.Contains(tag, "$") {
		return Unknown
	}
	switch {
	case name == "busybox" && before(tag, 1, 28):
		return OldBusyBox
	case strings.HasPrefix(name, "cgr.dev/chainguard/"):
		return chainguard(name, words)
	case name == "openjdk":
		return openJDK(words)
	}
	for _, known := range images {
		if matches(known.names, name) {
			if known.varies {
				if family, ok := byDistribution(words); ok {
					return family
				}
			}
			return known.family
		}
	}
	return Unknown
}

// images are the public images whose name tells /bin/sh. A name that ends in a slash stands for all below it.
var images = [...]struct {
	family Family
	varies bool // a distribution in the tag decides: `swift:5.10-amazonlinux2`
	names  []string
}{
	{Dash, false, strings.Fields(`debian ubuntu buildpack-deps bitnami/minideb`)},
	{Dash, true, strings.Fields(`
		golang node python pypy rust php ruby perl gcc erlang elixir haskell julia swift dart clojure r-base
		rocker/r-ver denoland/deno oven/bun eclipse-temurin sapmachine tomcat jetty gradle wordpress drupal ghost
		nginx httpd haproxy postgres redis valkey/valkey mariadb mongo rabbitmq memcached cassandra influxdb telegraf
		neo4j solr rethinkdb envoyproxy/envoy continuumio/miniconda3 continuumio/anaconda3 tiangolo/ google/cloud-sdk
		mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime
		mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/core/ mcr.microsoft.com/playwright mcr.microsoft.com/playwright/python`)},
	{Bash, true, strings.Fields(`
		fedora registry.fedoraproject.org/ amazon/ centos rockylinux rockylinux/rockylinux almalinux almalinux/ oraclelinux amazonlinux amazoncorretto
		archlinux archlinux/archlinux opensuse/ photon mageia redhat/ registry.access.redhat.com/ registry.redhat.io/ubi8/
		registry.redhat.io/ubi9/ registry.redhat.io/rhel8/ registry.redhat.io/rhel9/ registry.suse.com/bci/
		public.ecr.aws/amazonlinux/ public.ecr.aws/lambda/ quay.io/centos/ quay.io/fedora/ quay.io/rockylinux/
		quay.io/almalinuxorg/ mcr.microsoft.com/cbl-mariner/base/ mcr.microsoft.com/azurelinux/base/
		container-registry.oracle.com/os/`)},
	{BusyBox, true, strings.Fields(`
		alpine busybox docker caddy composer registry eclipse-mosquitto quay.io/prometheus/busybox prom/busybox`)},
	{Unknown, true, strings.Fields(`maven nvidia/cuda pytorch/pytorch mysql openresty/openresty`)},
}

// distributions are the words of a tag that name what the image is built on.
var distributions = [...]struct {
	family   Family
	prefixes []string
}{
	{Dash, strings.Fields(`
		debian stretch buster bullseye bookworm trixie sid ubuntu xenial bionic focal jammy noble resolute`)},
	{Bash, strings.Fields(`
		amazonlinux al2 amazoncorretto corretto ubi rhel centos rocky almalinux oracle ol8 ol9 fedora azurelinux
		mariner cbl leap`)},
	{Unknown, []string{"openjdk"}}, // Debian or Oracle Linux, which changed with the years
}

func byDistribution(words []string) (Family, bool) {
	for _, d := range distributions {
		for _, word := range words {
			if slices.ContainsFunc(d.prefixes, func(p string) bool { return strings.HasPrefix(word, p) }) {
				return d.family, true
			}
		}
	}
	return Unknown, false
}

// byFlavour recognizes the words that tell /bin/sh in whatever image they are named.
func byFlavour(words []string) (Family, bool) {
	for i, word := range words {
		switch {
		case strings.HasPrefix(word, "windows") || strings.HasPrefix(word, "nanoserver") ||
			word == "dotnet" && i+1 < len(words) && words[i+1] == "framework":
			return Windows, true
		case word == "distroless" || word == "chiseled":
			return NoShell, true
		case strings.HasPrefix(word, "alpine"):
			version := strings.TrimPrefix(word, "alpine")
			if version == "" && i+1 < len(words) {
				version = words[i+1] // alpine:3.7
			}
			if before(version, 3, 8) {
				return OldBusyBox, true
			}
			return BusyBox, true
		}
	}
	return Unknown, false
}

// chainguard tells the images with a shell from those without: `:latest-dev` has one.
func chainguard(name string, words []string) Family {
	if slices.Contains(words, "dev") || strings.HasSuffix(name, "/wolfi-base") || strings.HasSuffix(name, "/busybox") {
		return BusyBox
	}
	return NoShell
}

// openJDK changed from Debian to Oracle Linux with version 12, except for the slim tags.
func openJDK(words []string) Family {
	if family, ok := byDistribution(words[1:]); ok {
		return family
	}
	if slices.Contains(words, "slim") || len(words) > 1 && before(words[1], 12, 0) {
		return Dash
	}
	return Bash
}

// mirrors are the places from which Docker's official images come under other names.
var mirrors = regexp.MustCompile(`^(?:(?:docker\.io|index\.docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com|mirror\.gcr\.io|public\.ecr\.aws/docker)/)?(?:library/|amd64/|i386/|arm32v[567]/|arm64v8/|ppc64le/|s390x/|riscv64/)?`)

// splitReference returns the name and the tag of an image; a digest is dropped, and official images lose the name of
// the mirror.
func splitReference(ref string) (name, tag string) {
	name, _, _ = strings.Cut(ref, "@")
	if colon := strings.LastIndexByte(name, ':'); colon > strings.LastIndexByte(name, '/') {
		name, tag = name[:colon], name[colon+1:]
	}
	name = strings.Replace(name, "cgr.io/", "cgr.dev/", 1)
	return strings.TrimPrefix(name, mirrors.FindString(name)), tag
}

// isSeparator splits names at everything but the dot, which stands in versions.
func isSeparator(r rune) bool { return strings.ContainsRune("/:-_+", r) }

func matches(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		return n == name || strings.HasSuffix(n, "/") && strings.HasPrefix(name, n)
	})
}

// before reports whether a version such as 3.7.3 is earlier than major.minor. What is no version is not.
func before(version string, major, minor int) bool {
	first, rest, _ := strings.Cut(version, ".")
	second, _, _ := strings.Cut(rest, ".")
	x, err := strconv.Atoi(first)
	if err != nil {
		return false
	}
	y, err := strconv.Atoi(second)
	if err != nil {
		return x < major
	}
	return x < major || x == major && y < minor
}
