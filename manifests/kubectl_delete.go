package manifests

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
)

var kubectlDelete = &gracelint.Rule{
	ID:       "manifests/kubectl-delete",
	Summary:  "kubectl delete with a misspelled flag, or without a grace period",
	Why:      "kubectl refuses a flag that it does not know and deletes nothing; where the script goes on after errors, the pods of the last deployment stay. --force, and a grace period of 0, take the API object away at once, while the containers may still run, and leave them no time to drain; --now leaves 1 s. These are reported in strict mode, since there are pods that have nothing to lose.",
	Advice:   "Spell the flag --grace-period, or leave it out: the pod's own terminationGracePeriodSeconds then counts.",
	Severity: gracelint.Error,
}

// deleteFlags are the flags of kubectl delete, those of every kubectl command among them (kubectl options).
var deleteFlags = strings.Fields(`
	all all-namespaces cascade dry-run field-selector filename force grace-period help ignore-not-found interactive
	kustomize now output raw recursive selector timeout wait
	as as-group as-uid as-user-extra cache-dir certificate-authority client-certificate client-key cluster context
	disable-compression insecure-skip-tls-verify kubeconfig kuberc log-flush-frequency match-server-version namespace
	password profile profile-output request-timeout server tls-server-name token user username v vmodule
	warnings-as-errors`)

// CheckScript returns what is wrong with the script, in the script's order. A finding that one of its comments silences
// is marked as ignored.
func CheckScript(s *Script) []gracelint.Finding {
	var findings []gracelint.Finding
	f := &File{Path: s.Path}
	for _, call := range s.Deletes {
		hasty := false
		for _, flag := range call.Flags {
			// kubectl takes an underscore for a dash.
			meant, ok := meantFlag(strings.ReplaceAll(flag.Name, "_", "-"))
			switch {
			case ok:
				finding := f.finding(kubectlDelete, flag.Position,
					fmt.Sprintf("kubectl delete knows no flag --%s: it fails and deletes nothing", flag.Name), "write --"+meant)
				finding.Fixes = []gracelint.Fix{{Message: "write --" + meant, Safe: true, Edits: []gracelint.Edit{
					{Path: s.Path, Start: flag.Start, End: flag.End, New: "--" + meant},
				}}}
				findings = append(findings, finding)
			case !hasty && flag.isHasty():
				hasty = true
				finding := f.finding(kubectlDelete, flag.Position,
					fmt.Sprintf("kubectl delete --%s leaves the containers no time to drain, whatever grace period their pods have", strings.TrimSuffix(flag.Name+"="+flag.Value, "=")),
					"leave it out, and set terminationGracePeriodSeconds where a stop takes too long")
				finding.Strict, finding.Severity = true, gracelint.Warning
				findings = append(findings, finding)
			}
		}
	}
	gracelint.Suppress(findings, s.Ignores)
	return findings
}

// meantFlag returns the flag of which the name is nearly that, but not quite. A name that is nowhere near may be one of
// a kubectl to come.
func meantFlag(name string) (string, bool) {
	meant := ""
	for _, known := range deleteFlags {
		switch {
		case name == known:
			return "", false
		case len(known) > 3 && isNearly(strings.ReplaceAll(name, "-", ""), strings.ReplaceAll(known, "-", "")):
			meant = known
		}
	}
	return meant, meant != ""
}

// isHasty reports whether the flag leaves no grace period.
func (f *Flag) isHasty() bool {
	switch f.Name {
	case "force", "now":
		return f.Value != "false"
	case "grace-period":
		return f.Value == "0"
	}
	return false
}
