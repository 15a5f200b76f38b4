# Reported in strict mode: not every pod has something to drain.
kubectl delete pod web --force --grace-period=0 # want `kubectl delete --force leaves the containers no time to drain, whatever grace period their pods have`
sudo /usr/local/bin/kubectl delete pod web --grace-period=0 # want `kubectl delete --grace-period=0 leaves`
if kubectl delete pod web --now; then # want `kubectl delete --now leaves`
  echo done
fi
