//go:build tools

// Package server only keeps the kube-apiserver command among this module's requirements.
package server

import _ "k8s.io/kubernetes/cmd/kube-apiserver"
