kubectl delete pod web --grace_period=60 --force=false --wait=false -l app=shop
kubectl delete pod web --grace-period="$GRACE" --some-new-flag
kubectl delete pod "$POD" $FLAGS --$FLAG -- --forse
kubectl get pods --grace-peroid=60
kubectl annotate pod web delete=now --forse
echo kubectl delete pod web --forse
helm delete shop --no-hook
cat <<EOF
kubectl delete pod web --forse
EOF
