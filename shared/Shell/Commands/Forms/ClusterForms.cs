namespace Sallyport.Shell.Commands.Forms;

/// <summary>Kubernetes and the tools around it.</summary>
internal static class ClusterForms
{
    public const string Table =
        """
        = infra cluster-delete
        kubectl evict
        kubectl config delete-cluster
        cilium uninstall
        linkerd uninstall
        flux uninstall
        istioctl uninstall
        rancher cluster|clusters delete|rm
        devspace purge
        garden delete
        garden cleanup
        oc adm prune --confirm
        argocd app terminate-op
        vcluster delete
        clusterctl delete
        = infra cluster-delete-wide
        rke remove
        rke2 remove
        k3s-uninstall.sh
        k3s-agent-uninstall.sh
        rke2-uninstall.sh
        microk8s reset
        k0s reset
        kubeadm reset -f
        kubeadm reset --force
        talosctl reset
        = infra cluster-drain
        oc adm drain
        oc adm cordon
        talosctl shutdown
        talosctl reboot
        = infra cluster-prune
        argocd app sync --prune
        = infra cluster-replace
        kubectl apply --force
        argocd app sync --force
        argocd app sync --replace
        argocd app rollback
        = infra cluster-cordon
        flux suspend
        = infra cluster-apply-url
        kubectl create ~http: ~/
        kubectl create -f ~https://
        = infra cluster-delete-data
        kubectl patch pv ~persistentVolumeReclaimPolicy
        kubectl patch pv|persistentvolume ~claimRef
        kubectl patch persistentvolume ~persistentVolumeReclaimPolicy
        crictl rmi --prune
        = escalate privileged-mode
        kubectl label ~pod-security.kubernetes.io/enforce=privileged
        kubectl run --privileged
        kubectl debug --profile=sysadmin
        = escalate cluster-admin
        oc adm policy add-cluster-role-to-user cluster-admin
        oc adm policy add-scc-to-user privileged
        kubectl create rolebinding ~clusterrole=cluster-admin
        kubectl certificate approve
        = shows secret
        kubectl create token
        oc whoami -t
        oc whoami --show-token
        oc get secret|secrets -o=yaml
        oc get secret|secrets -o=json
        oc extract ~secret
        kubeadm token create
        kubeseal --recovery-unseal
        argocd account generate-token
        argocd admin initial-password
        helm get values !--revision ~secret
        k3s token create
        = connect tunnel
        kubectl proxy --address=0.0.0.0
        kubectl port-forward --address=0.0.0.0
        """;
}
