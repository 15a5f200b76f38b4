# gracelint:ignore manifests/kubectl-delete the pod holds nothing
kubectl delete pod debug --now
