namespace Sallyport.Shell.Commands.Forms;

/// <summary>Clouds: protection switched off, doors opened to everybody, rights handed out, what others use taken out of service.</summary>
internal static class CloudGuardForms
{
    public const string Table =
        """
        = infra cloud-delete
        aws * disassociate-*|detach-*|release-*|disable-*|rebuild-*|retire-*
        aws cognito-idp admin-disable-user|admin-user-global-sign-out|admin-reset-user-password|admin-set-user-password
        aws guardduty stop-monitoring-members|archive-findings
        aws inspector2 disable
        aws autoscaling suspend-processes
        aws glacier abort-vault-lock
        aws kinesis decrease-stream-retention-period
        aws logs put-retention-policy --retention-in-days=1
        aws rds modify-db-instance|modify-db-cluster --backup-retention-period=0
        aws dynamodb batch-write-item ~delete
        aws cloudformation rollback-stack|cancel-update-stack
        aws route53domains transfer-domain*
        aws lambda update-function-configuration ~Variables={}
        aws ec2 cancel-spot-fleet-requests --terminate-instances
        aws ec2 replace-network-acl-entry
        aws cloudtrail update-trail ~--no-
        aws cloudtrail put-event-selectors
        aws s3api put-object-lock-configuration|put-bucket-replication|put-bucket-encryption
        aws ses|sesv2 put-suppressed-destination
        aws redshift-data|rds-data ~drop
        gcloud compute instance-groups managed recreate-instances|delete-instances
        gcloud compute instance-groups managed resize --size=0
        gcloud --delete-unmatched-destination-objects
        gcloud --no-deletion-protection
        gcloud storage buckets update --no-versioning
        gcloud storage buckets update --clear-retention-period
        gcloud secrets versions disable
        gcloud iam service-accounts disable
        gcloud logging sinks update --disabled
        gcloud alpha|beta billing * * unlink
        gcloud alpha|beta billing projects unlink
        gcloud redis instances failover
        gcloud builds triggers delete
        gsutil versioning set off
        gsutil retention clear
        az vmss scale --new-capacity=0
        az aks scale --node-count=0
        az backup protection disable
        az security pricing create --tier=Free
        az redis force-reboot
        azd down
        doctl compute droplet-action rebuild|restore|power-off|shutdown
        doctl registry garbage-collection start
        doctl databases user reset
        oci ~schedule-deletion
        hcloud * detach*
        hcloud server shutdown
        linode-cli linodes shutdown
        netlify api delete*
        firebase database:set
        firebase remoteconfig:rollback
        heroku releases:rollback
        heroku rollback
        heroku pg:unfollow
        heroku ps:stop
        supabase stop --no-backup
        supabase migration down
        supabase backups restore
        supabase encryption update-root-key
        supabase ssl-enforcement update --disable-db-ssl-enforcement
        cf stop|unbind-service|unmap-route
        turso db destroy
        = infra make-public
        aws ec2 modify-snapshot-attribute --group-names=all
        aws ec2 modify-image-attribute ~Group=all
        aws ec2 authorize-security-group-ingress ~::/0
        aws ec2 create-network-acl-entry ~0.0.0.0/0
        aws rds modify-db-snapshot-attribute|modify-db-cluster-snapshot-attribute --values-to-add=all
        aws rds modify-db-instance --publicly-accessible
        aws s3api put-public-access-block ~=false
        aws s3control put-public-access-block ~=false
        aws s3 cp|sync|mv --acl=public-read
        aws s3 cp|sync|mv --acl=public-read-write
        aws lambda add-permission --principal=*
        aws eks update-cluster-config ~endpointPublicAccess=true
        gcloud compute firewall-rules create|update ~0.0.0.0/0
        gcloud sql instances patch ~0.0.0.0/0
        gsutil acl ch|set ~AllUsers
        gsutil acl set public-read*
        gsutil defacl set public-read*
        gsutil iam ch ~allUsers
        gsutil iam ch ~allAuthenticatedUsers
        az storage account update --allow-blob-public-access=true
        az storage container set-permission --public-access=blob
        az storage container set-permission --public-access=container
        az network nsg rule create --source-address-prefixes=*
        az * * firewall-rule create --end-ip-address=255.255.255.255
        mc anonymous set public|upload|download
        mc policy set public
        s3cmd setacl --acl-public
        aws s3api put-bucket-policy ~public
        aws s3api put-bucket-policy ~"Principal":"*"
        aws s3api put-bucket-policy ~"Principal": "*"
        kubectl proxy ~accept-hosts=.*
        = escalate cloud-admin
        aws iam put-user-policy ~Admin
        aws iam put-user-policy ~"Action":"*"
        gh api -X=PUT ~/collaborators/
        gh api --method=PUT ~/collaborators/
        aws iam attach-group-policy|put-group-policy|put-role-policy ~Admin
        aws iam add-user-to-group ~Admin
        aws iam create-login-profile|update-login-profile|update-assume-role-policy|set-default-policy-version
        gcloud projects|organizations|folders set-iam-policy
        gcloud iam service-accounts set-iam-policy
        gcloud iam service-accounts add-iam-policy-binding ~serviceAccountTokenCreator
        az keyvault set-policy ~all
        = persist cloud-key
        aws iam upload-ssh-public-key
        aws ec2-instance-connect send-ssh-public-key
        gcloud compute project-info add-metadata ~ssh-keys
        gcloud compute os-login ssh-keys add
        = infra cloud-secret-change
        aws kms put-key-policy
        gcloud sql users set-password
        az cosmosdb regenerate-key
        az cosmosdb keys regenerate
        az storage account keys renew
        az redis regenerate-keys
        az vm user update|reset-ssh|delete
        = infra cloud-stop
        aws * stop-*|reboot-*|pause-*|suspend-*|failover-*|cancel-*|reset-*
        az vm|webapp|functionapp|aks|containerapp|container|vmss|postgres|mysql stop|deallocate|restart|redeploy
        az postgres|mysql flexible-server|server stop|restart
        gcloud compute instances stop|reset|suspend
        fly machine|machines stop|kill|suspend
        fly suspend
        oci compute instance action ~STOP
        """;
}
