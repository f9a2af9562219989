import type { AdminSite } from "../team/admin-site.ts";

export const taskAddress = (site: AdminSite, dossierId: string, id: string) =>
  site.addresses.at(`/admin/dossiers/${dossierId}/tasks/${id}`);
